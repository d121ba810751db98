namespace SparseDnn.Numerics;

/// <summary>What became of a text that should be a decimal number.</summary>
internal enum DecimalStatus
{
    /// <summary>A number within the range of binary64.</summary>
    Ok,

    /// <summary>Not of the form of a decimal number.</summary>
    NotANumber,

    /// <summary><c>nan</c>, <c>inf</c> or <c>infinity</c>, in any case and with any sign.</summary>
    NotFinite,

    /// <summary>A decimal number that rounds beyond the largest finite binary64 number.</summary>
    OutOfRange,
}
