using SparseDnn.Formats;

namespace SparseDnn.Networks;

/// <summary>
/// What a name of a weights file led to. A closed union: <see cref="Found"/>, <see cref="Missing"/>, <see cref="Ambiguous"/>.
/// </summary>
public abstract record WeightFileLookup
{
    private WeightFileLookup() { }

    /// <summary>One file, read.</summary>
    /// <param name="Path">The file's path.</param>
    /// <param name="Result">Its matrix, or what is wrong with it.</param>
    public sealed record Found(string Path, WeightReadResult Result) : WeightFileLookup;

    /// <summary>No file of that name.</summary>
    public sealed record Missing : WeightFileLookup;

    /// <summary>Several files of that name.</summary>
    /// <param name="First">One of them.</param>
    /// <param name="Second">Another.</param>
    public sealed record Ambiguous(string First, string Second) : WeightFileLookup;
}
