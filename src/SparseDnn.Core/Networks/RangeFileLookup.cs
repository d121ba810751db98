using SparseDnn.Formats;

namespace SparseDnn.Networks;

/// <summary>
/// What a name of an input ranges file led to. A closed union: <see cref="Found"/>, <see cref="Missing"/>, <see cref="Ambiguous"/>.
/// </summary>
public abstract record RangeFileLookup
{
    private RangeFileLookup() { }

    /// <summary>One file, read.</summary>
    /// <param name="Path">The file's path.</param>
    /// <param name="Result">Its ranges, or what is wrong with it.</param>
    public sealed record Found(string Path, RangeReadResult Result) : RangeFileLookup;

    /// <summary>No file of that name.</summary>
    public sealed record Missing : RangeFileLookup;

    /// <summary>Several files of that name.</summary>
    /// <param name="First">One of them.</param>
    /// <param name="Second">Another.</param>
    public sealed record Ambiguous(string First, string Second) : RangeFileLookup;
}
