namespace SparseDnn.Algebra;

/// <summary>A semiring in one element type: either the candidate that the laws are proved of, or why there is none.</summary>
/// <remarks>Equality contract: all members.</remarks>
public sealed record SemiringElement
{
    private SemiringElement(SemiringElementType type, SemiringCandidate? candidate, string? reason)
    {
        Type = type;
        Candidate = candidate;
        Reason = reason;
    }

    /// <summary>The element type.</summary>
    public SemiringElementType Type { get; }

    /// <summary>Operations, identities and carrier; null where the semiring does not exist.</summary>
    public SemiringCandidate? Candidate { get; }

    /// <summary>Why the semiring does not exist in this type, or is not offered in it; null where it exists.</summary>
    public string? Reason { get; }

    /// <summary>A type in which the semiring exists.</summary>
    /// <param name="type">The element type.</param>
    /// <param name="candidate">The semiring.</param>
    public static SemiringElement Exists(SemiringElementType type, SemiringCandidate candidate) => new(type, candidate, null);

    /// <summary>A type in which it does not.</summary>
    /// <param name="type">The element type.</param>
    /// <param name="reason">Why, as a sentence.</param>
    public static SemiringElement Declined(SemiringElementType type, string reason) => new(type, null, reason);
}
