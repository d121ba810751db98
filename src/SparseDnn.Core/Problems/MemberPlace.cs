namespace SparseDnn.Problems;

/// <summary>A member that the user's part of the declared type has.</summary>
/// <param name="Name">Its name.</param>
internal sealed record MemberPlace(string Name) : ProblemPlace
{
    /// <inheritdoc/>
    public override T Accept<T>(IProblemPlaceVisitor<T> visitor) => visitor.Visit(this);

    /// <inheritdoc/>
    internal override string ToLine(string id, string message) => $"{id}: {message}";
}
