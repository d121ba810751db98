using SparseDnn.Primitives;
using SparseDnn.Topologies;

namespace SparseDnn.Formats;

/// <summary>Named sequences of the patterns of another file, such as words of letters.</summary>
/// <param name="Names">One name a composition.</param>
/// <param name="Positions">Parts of the longest composition.</param>
/// <param name="Patterns">One row a composition, one column a position and pattern below: column = position · patterns below +
/// pattern.</param>
/// <remarks>Equality contract: all members by value.</remarks>
public sealed record CompositionSet(EquatableArray<string> Names, int Positions, CsrPattern Patterns);

/// <summary>What reading a composition file gave. A closed union: <see cref="Success"/> or <see cref="Failure"/>.</summary>
public abstract record CompositionReadResult
{
    private CompositionReadResult() { }

    /// <summary>The text was read.</summary>
    /// <param name="Compositions">What it holds.</param>
    public sealed record Success(CompositionSet Compositions) : CompositionReadResult;

    /// <summary>The text cannot be read.</summary>
    /// <param name="Line">1-based.</param>
    /// <param name="Column">1-based, in characters.</param>
    /// <param name="Length">Number of characters concerned; 0 where only a point can be named.</param>
    /// <param name="Message">What is wrong and how to mend it.</param>
    public sealed record Failure(int Line, int Column, int Length, string Message) : CompositionReadResult;
}
