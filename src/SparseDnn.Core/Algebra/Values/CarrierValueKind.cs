namespace SparseDnn.Algebra.Values;

/// <summary>What a <see cref="CarrierValue"/> holds.</summary>
public enum CarrierValueKind
{
    /// <summary>No value: ∞ − ∞, 0·∞, x/0, the logarithm of a negative number, NaN.</summary>
    Undefined,

    /// <summary>A value that exact arithmetic cannot give (e², log 2, numbers of thousands of bits): no law is judged by it.</summary>
    Undecided,

    /// <summary>false or true.</summary>
    Boolean,

    /// <summary>An exact number or ±∞.</summary>
    Number,

    /// <summary>A signed integer of 32 or 64 bits.</summary>
    Integer,

    /// <summary>A word of 64 bits.</summary>
    Word,
}
