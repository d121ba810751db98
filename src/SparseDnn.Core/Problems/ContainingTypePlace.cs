namespace SparseDnn.Problems;

/// <summary>The name of a type around the declared one.</summary>
/// <param name="Depth">0 for the innermost.</param>
internal sealed record ContainingTypePlace(int Depth) : ProblemPlace
{
    /// <inheritdoc/>
    public override T Accept<T>(IProblemPlaceVisitor<T> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    internal override string ToLine(string id, string message) => $"{id}: {message}";
}
