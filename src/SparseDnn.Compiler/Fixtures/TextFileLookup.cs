namespace SparseDnn.Exact;

/// <summary>
/// What a name of a text file led to. A closed union: <see cref="Found"/>, <see cref="Missing"/>, <see cref="Ambiguous"/>.
/// </summary>
public abstract record TextFileLookup
{
    private TextFileLookup() { }

    /// <summary>One file.</summary>
    /// <param name="Path">The file's path.</param>
    /// <param name="Text">What it holds; null where it cannot be read as text.</param>
    public sealed record Found(string Path, string? Text) : TextFileLookup;

    /// <summary>No file of that name.</summary>
    public sealed record Missing : TextFileLookup;

    /// <summary>Several files of that name.</summary>
    /// <param name="First">One of them.</param>
    /// <param name="Second">Another.</param>
    public sealed record Ambiguous(string First, string Second) : TextFileLookup;
}
