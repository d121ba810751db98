using System;

namespace SparseDnn.Problems;

/// <summary>
/// An entry of a weights file, or a line of an input ranges file, whose place is found where it is shown: readers keep no lines.
/// </summary>
/// <param name="Argument">The argument that names the file: where the entry is shown if its line is not found.</param>
/// <param name="Path">The file's path as it was given.</param>
/// <param name="Row">1-based row: the input neuron.</param>
/// <param name="Column">1-based column: the output neuron; null for a line of an input ranges file, which is about a row alone.</param>
internal sealed record FileEntryPlace(DeclarationPlace Argument, string Path, int Row, int? Column) : ProblemPlace
{
    /// <inheritdoc/>
    public override T Accept<T>(IProblemPlaceVisitor<T> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    internal override string ToLine(string id, string message) =>
        Column is { } column
            ? FormattableString.Invariant($"{Path}: {id}: entry ({Row}, {column}): {message}")
            : FormattableString.Invariant($"{Path}: {id}: input {Row}: {message}");
}
