using System;

namespace SparseDnn.Problems;

/// <summary>A place in a binary file, which has no lines.</summary>
/// <param name="Path">The file's path as it was given.</param>
/// <param name="Offset">0-based, in bytes.</param>
/// <param name="Row">1-based row of the entry that stands there; 0 where it is none.</param>
/// <param name="Column">1-based column of the entry; 0 where it is none.</param>
internal sealed record ByteOffsetPlace(string Path, long Offset, int Row = 0, int Column = 0) : ProblemPlace
{
    /// <summary>The place in words, for messages: whoever shows it has no line to point at.</summary>
    public string Where =>
        Row > 0
            ? FormattableString.Invariant($"offset {Offset}, entry ({Row}, {Column})")
            : FormattableString.Invariant($"offset {Offset}");

    /// <inheritdoc/>
    public override T Accept<T>(IProblemPlaceVisitor<T> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    internal override string ToLine(string id, string message) => $"{Path}({Where}): {id}: {message}";
}
