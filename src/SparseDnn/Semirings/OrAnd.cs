namespace SparseDnn;

/// <summary>(bool, ∨, ∧, false, true): reachability; on words 64 items at once.</summary>
/// <remarks>Source: mathematics page, section 2; every law is proved in docs/semirings.md. Elementwise on the operands.</remarks>
[Semiring(PackedBooleans = true)]
public readonly partial struct OrAnd : ISemiring<OrAnd, bool>, ISemiring<OrAnd, ulong>
{
    /// <summary>Identity of ⊕ in bool, exact in the other types that it converts to.</summary>
    public static bool Zero => false;

    /// <summary>Identity of ⊗ in bool.</summary>
    public static bool One => true;

    static ulong ISemiring<OrAnd, ulong>.Zero => 0;

    static ulong ISemiring<OrAnd, ulong>.One => ulong.MaxValue;

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static bool Add(bool a, bool b) => a | b;

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static bool Multiply(bool a, bool b) => a & b;

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static ulong Add(ulong a, ulong b) => a | b;

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static ulong Multiply(ulong a, ulong b) => a & b;
}
