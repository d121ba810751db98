namespace SparseDnn.Algebra;

/// <summary>What an operation of ordinary arithmetic is in a semiring.</summary>
internal enum OrdinaryMeaning
{
    /// <summary>Nothing: neither operation of the semiring, nor the inverse of one.</summary>
    Foreign,

    /// <summary>⊕.</summary>
    Add,

    /// <summary>⊗.</summary>
    Multiply,

    /// <summary>What undoes ⊕ or ⊗, as subtraction undoes the ⊗ of min-plus.</summary>
    Inverse,
}
