namespace SparseDnn.Problems;

/// <summary>
/// An attribute that declares something, or one of its arguments. A closed union, one record an attribute of
/// <see cref="IDeclaringAttributes{T}"/>.
/// </summary>
/// <param name="Argument">Name of the attribute's argument (constructor parameters by their name); null for the attribute as a
/// whole.</param>
internal abstract record DeclarationPlace(string? Argument) : ProblemPlace
{
    /// <inheritdoc/>
    public sealed override T Accept<T>(IProblemPlaceVisitor<T> visitor) => visitor.Visit(this);

    /// <summary>The attribute that is meant.</summary>
    /// <param name="attributes">All of them.</param>
    public abstract T Attribute<T>(IDeclaringAttributes<T> attributes);

    /// <inheritdoc/>
    internal sealed override string ToLine(string id, string message) =>
        Argument is null ? $"{id}: {message}" : $"{Argument}: {id}: {message}";
}
