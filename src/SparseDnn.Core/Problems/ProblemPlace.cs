namespace SparseDnn.Problems;

/// <summary>Where a problem is. A closed union: what it consists of is what <see cref="IProblemPlaceVisitor{T}"/> visits.</summary>
/// <remarks>Equality contract: by value. Holds no syntax node and no Roslyn location, so it may live in pipeline records.</remarks>
internal abstract record ProblemPlace
{
    private protected ProblemPlace() { }

    /// <summary>The name of the declared type.</summary>
    public static TypeNamePlace TypeName { get; } = new();

    /// <summary>Answers for the place that this is.</summary>
    /// <param name="visitor">An answer for each place that there is.</param>
    public abstract T Accept<T>(IProblemPlaceVisitor<T> visitor);

    /// <summary>Place, id and message on one line, in the form compilers print.</summary>
    /// <param name="id">Id of the problem's kind.</param>
    /// <param name="message">Its message.</param>
    internal abstract string ToLine(string id, string message);
}
