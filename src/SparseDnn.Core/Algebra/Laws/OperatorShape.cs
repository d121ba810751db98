namespace SparseDnn.Algebra.Laws;

/// <summary>The operations that facts are known of.</summary>
internal enum OperatorShape
{
    /// <summary>None of the others.</summary>
    Other,

    Sum,
    Product,
    Max,
    Min,
    And,
    Or,
    Xor,

    /// <summary>log(e^a + e^b).</summary>
    LogSumExp,

    /// <summary>max(0, a + b − 1): Łukasiewicz's conjunction.</summary>
    Lukasiewicz,
}
