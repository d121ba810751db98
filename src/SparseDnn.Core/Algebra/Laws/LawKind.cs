namespace SparseDnn.Algebra.Laws;

/// <summary>The laws of a semiring, in the order in which they are reported.</summary>
internal enum LawKind
{
    /// <summary>Zero belongs to the carrier.</summary>
    ZeroInCarrier,

    /// <summary>One belongs to the carrier.</summary>
    OneInCarrier,

    /// <summary>a⊕b belongs to the carrier.</summary>
    AddClosed,

    /// <summary>a⊗b belongs to the carrier.</summary>
    MultiplyClosed,

    /// <summary>(a⊕b)⊕c = a⊕(b⊕c).</summary>
    AddAssociative,

    /// <summary>a⊕b = b⊕a.</summary>
    AddCommutative,

    /// <summary>Zero⊕a = a.</summary>
    ZeroLeftIdentity,

    /// <summary>a⊕Zero = a.</summary>
    ZeroRightIdentity,

    /// <summary>(a⊗b)⊗c = a⊗(b⊗c).</summary>
    MultiplyAssociative,

    /// <summary>One⊗a = a.</summary>
    OneLeftIdentity,

    /// <summary>a⊗One = a.</summary>
    OneRightIdentity,

    /// <summary>a⊗(b⊕c) = (a⊗b)⊕(a⊗c).</summary>
    LeftDistributive,

    /// <summary>(a⊕b)⊗c = (a⊗c)⊕(b⊗c).</summary>
    RightDistributive,

    /// <summary>Zero⊗a = Zero.</summary>
    LeftAnnihilation,

    /// <summary>a⊗Zero = Zero.</summary>
    RightAnnihilation,
}
