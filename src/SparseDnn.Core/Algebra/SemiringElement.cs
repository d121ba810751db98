using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra;

/// <summary>
/// A semiring in one element format: the candidate that the laws are judged of, or operations that only the program knows, or why there is
/// none.
/// </summary>
/// <remarks>Equality contract: all members.</remarks>
internal sealed record SemiringElement
{
    private SemiringElement(
        ElementFormat format,
        SemiringCandidate? candidate,
        CarrierValue zero,
        CarrierValue one,
        bool isUsable,
        string? reason
    )
    {
        Format = format;
        Candidate = candidate;
        Zero = zero;
        One = one;
        IsUsable = isUsable;
        Reason = reason;
    }

    /// <summary>The element format.</summary>
    public ElementFormat Format { get; }

    /// <summary>Operations, identities and carrier; null where the semiring does not exist or its bodies cannot be read.</summary>
    public SemiringCandidate? Candidate { get; }

    /// <summary>Identity of ⊕; Undecided where it is not known.</summary>
    public CarrierValue Zero { get; }

    /// <summary>Identity of ⊗; Undecided where it is not known.</summary>
    public CarrierValue One { get; }

    /// <summary>Whether networks over it can be computed: true also where only the program knows the operations.</summary>
    public bool IsUsable { get; }

    /// <summary>Why the semiring does not exist in this format, or why its operations are not known; null where they are.</summary>
    public string? Reason { get; }

    /// <summary><see cref="Zero"/> as bits, see <see cref="NumberType"/>; null where it is not known.</summary>
    public long? ZeroBits => NumberTypes.Of(Format).ToBits(Zero);

    /// <summary><see cref="One"/> as bits; null where it is not known.</summary>
    public long? OneBits => NumberTypes.Of(Format).ToBits(One);

    /// <summary>A format in which the semiring exists.</summary>
    /// <param name="format">The element format.</param>
    /// <param name="candidate">The semiring.</param>
    public static SemiringElement Exists(ElementFormat format, SemiringCandidate candidate) =>
        new(format, candidate, candidate.Zero, candidate.One, true, null);

    /// <summary>A format in which it does not.</summary>
    /// <param name="format">The element format.</param>
    /// <param name="reason">Why, as a sentence.</param>
    public static SemiringElement Declined(ElementFormat format, string reason) =>
        new(format, null, CarrierValue.Undecided, CarrierValue.Undecided, false, reason);

    /// <summary>A format whose operations cannot be read, so that only the program itself can apply them.</summary>
    /// <param name="format">The element format.</param>
    /// <param name="zero">Identity of ⊕; Undecided where it cannot be read either.</param>
    /// <param name="one">Identity of ⊗, likewise.</param>
    /// <param name="reason">Why, as a sentence.</param>
    public static SemiringElement Opaque(ElementFormat format, CarrierValue zero, CarrierValue one, string reason) =>
        new(format, null, zero, one, true, reason);
}
