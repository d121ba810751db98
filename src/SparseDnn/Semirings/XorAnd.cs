namespace SparseDnn;

/// <summary>(GF(2), ^, &amp;, 0, 1), bit by bit: the parity of paths; on words 64 items at once.</summary>
/// <remarks>Source: mathematics page, section 2; every law is proved in docs/semirings.md. Elementwise on the operands.</remarks>
[Semiring(PackedBooleans = true)]
public readonly partial struct XorAnd : ISemiring<XorAnd, bool>, ISemiring<XorAnd, ulong>, ISemiring<XorAnd, int>, ISemiring<XorAnd, long>
{
    /// <summary>Identity of ⊕ in bool, exact in the other types that it converts to.</summary>
    public static bool Zero => false;

    /// <summary>Identity of ⊗ in bool.</summary>
    public static bool One => true;

    static ulong ISemiring<XorAnd, ulong>.Zero => 0;

    static ulong ISemiring<XorAnd, ulong>.One => ulong.MaxValue;

    static int ISemiring<XorAnd, int>.Zero => 0;

    static int ISemiring<XorAnd, int>.One => -1;

    static long ISemiring<XorAnd, long>.Zero => 0;

    static long ISemiring<XorAnd, long>.One => -1;

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static bool Add(bool a, bool b) => a ^ b;

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static bool Multiply(bool a, bool b) => a & b;

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static ulong Add(ulong a, ulong b) => a ^ b;

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static ulong Multiply(ulong a, ulong b) => a & b;

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static int Add(int a, int b) => a ^ b;

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static int Multiply(int a, int b) => a & b;

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static long Add(long a, long b) => a ^ b;

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static long Multiply(long a, long b) => a & b;
}
