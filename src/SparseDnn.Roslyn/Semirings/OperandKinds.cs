namespace SparseDnn.Roslyn.Semirings;

/// <summary>What a binary operator of C# takes, and so what it gives.</summary>
internal enum OperandKinds
{
    /// <summary>Two numbers, giving a number.</summary>
    Numbers,

    /// <summary>Two sets of bits or two conditions, giving one.</summary>
    Bits,

    /// <summary>Two numbers that are ordered, giving a condition.</summary>
    Ordered,

    /// <summary>Two numbers or two conditions, giving a condition.</summary>
    Equatable,

    /// <summary>Bits and a count of places.</summary>
    Count,
}
