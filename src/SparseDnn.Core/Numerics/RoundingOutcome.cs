namespace SparseDnn.Numerics;

/// <summary>What rounding to a <see cref="StorageFormat"/> did to a number.</summary>
internal enum RoundingOutcome
{
    /// <summary>The format holds the number.</summary>
    Exact,

    /// <summary>The nearest number of the format took its place.</summary>
    Rounded,

    /// <summary>The number lies beyond a fixed-point range: the rail took its place.</summary>
    Saturated,

    /// <summary>The number rounds beyond the largest finite floating-point number: ±∞ took its place.</summary>
    Overflowed,
}
