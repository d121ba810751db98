using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Formats;

/// <summary>The range of one input.</summary>
/// <param name="Input">1-based, as in the file.</param>
/// <param name="Low">Least value; finite.</param>
/// <param name="High">Greatest value, at least Low; finite.</param>
public readonly record struct InputRangeEntry(int Input, double Low, double High);

/// <summary>What reading an input ranges text gave. A closed union: <see cref="Success"/> or <see cref="Failure"/>.</summary>
/// <remarks>Equality contract: equal ranges, wherever in the text they stand, or equal problems.</remarks>
public abstract record RangeReadResult
{
    private RangeReadResult() { }

    /// <summary>The text was read.</summary>
    /// <param name="Entries">One an input, by ascending input.</param>
    public sealed record Success(EquatableArray<InputRangeEntry> Entries) : RangeReadResult;

    /// <summary>The text cannot be read.</summary>
    /// <param name="Problem">The first fault, with its place in the file.</param>
    public sealed record Failure(Problem Problem) : RangeReadResult;
}
