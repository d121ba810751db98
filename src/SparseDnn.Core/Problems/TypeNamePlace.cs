namespace SparseDnn.Problems;

/// <summary>The name of the declared type.</summary>
internal sealed record TypeNamePlace : ProblemPlace
{
    /// <inheritdoc/>
    public override T Accept<T>(IProblemPlaceVisitor<T> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    internal override string ToLine(string id, string message) => $"{id}: {message}";
}
