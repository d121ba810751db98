namespace SparseDnn;

/// <summary>(bit sets, |, &amp;, 0, all ones): sets of labels along paths.</summary>
/// <remarks>Source: mathematics page, section 2; every law is proved in docs/semirings.md. Elementwise on the operands.</remarks>
[Semiring]
public readonly partial struct UnionIntersection
    : ISemiring<UnionIntersection, ulong>,
        ISemiring<UnionIntersection, int>,
        ISemiring<UnionIntersection, long>
{
    /// <summary>Identity of ⊕ in ulong, exact in the other types that it converts to.</summary>
    public static ulong Zero => 0;

    /// <summary>Identity of ⊗ in ulong.</summary>
    public static ulong One => ulong.MaxValue;

    static int ISemiring<UnionIntersection, int>.Zero => 0;

    static int ISemiring<UnionIntersection, int>.One => -1;

    static long ISemiring<UnionIntersection, long>.Zero => 0;

    static long ISemiring<UnionIntersection, long>.One => -1;

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static ulong Add(ulong a, ulong b) => a | b;

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static ulong Multiply(ulong a, ulong b) => a & b;

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static int Add(int a, int b) => a | b;

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static int Multiply(int a, int b) => a & b;

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static long Add(long a, long b) => a | b;

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static long Multiply(long a, long b) => a & b;
}
