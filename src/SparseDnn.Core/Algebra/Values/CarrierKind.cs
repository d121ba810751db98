namespace SparseDnn.Algebra.Values;

/// <summary>The ideal arithmetic that an operator is judged in.</summary>
internal enum CarrierKind
{
    /// <summary>Exact real arithmetic with ±∞: float and double without their rounding.</summary>
    Real,

    /// <summary>false and true.</summary>
    Boolean,

    /// <summary>Integers modulo 2^32: <see cref="int"/> in an unchecked context.</summary>
    WrappingInt32,

    /// <summary>Integers modulo 2^64: <see cref="long"/> in an unchecked context.</summary>
    WrappingInt64,

    /// <summary>Integers of 32 bits whose results stop at the ends of the range.</summary>
    SaturatingInt32,

    /// <summary>Integers of 64 bits whose results stop at the ends of the range.</summary>
    SaturatingInt64,

    /// <summary>Words of 64 bits: <see cref="ulong"/> in an unchecked context.</summary>
    Word64,
}
