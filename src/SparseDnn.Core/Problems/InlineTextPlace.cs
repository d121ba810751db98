using System;

namespace SparseDnn.Problems;

/// <summary>A place in a text that is written inside an attribute argument.</summary>
/// <param name="Argument">The argument that holds the text.</param>
/// <param name="Offset">0-based, in characters of the text's value.</param>
/// <param name="Length">Number of characters concerned.</param>
internal sealed record InlineTextPlace(DeclarationPlace Argument, int Offset, int Length) : ProblemPlace
{
    /// <inheritdoc/>
    public override T Accept<T>(IProblemPlaceVisitor<T> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    internal override string ToLine(string id, string message) =>
        FormattableString.Invariant($"{Argument.Argument}[{Offset}]: {id}: {message}");
}
