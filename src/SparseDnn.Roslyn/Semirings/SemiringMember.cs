namespace SparseDnn.Roslyn.Semirings;

/// <summary>The members of a declared semiring.</summary>
internal enum SemiringMember
{
    /// <summary>Identity of ⊕.</summary>
    Zero,

    /// <summary>Identity of ⊗.</summary>
    One,

    /// <summary>⊕.</summary>
    Add,

    /// <summary>⊗.</summary>
    Multiply,

    /// <summary>V.</summary>
    Carrier,
}
