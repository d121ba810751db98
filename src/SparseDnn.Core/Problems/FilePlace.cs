using System;

namespace SparseDnn.Problems;

/// <summary>A place in a file.</summary>
/// <param name="Path">The file's path as it was given.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based, in characters.</param>
/// <param name="Length">Number of characters concerned; 0 where only a point can be named.</param>
internal sealed record FilePlace(string Path, long Line, int Column, int Length) : ProblemPlace
{
    /// <inheritdoc/>
    public override T Accept<T>(IProblemPlaceVisitor<T> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    internal override string ToLine(string id, string message) => FormattableString.Invariant($"{Path}({Line},{Column}): {id}: {message}");
}
