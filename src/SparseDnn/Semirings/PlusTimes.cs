using SparseDnn.Operations;

namespace SparseDnn;

/// <summary>(R, +, ×, 0, 1), on integers modulo 2^32 and 2^64: correlation.</summary>
/// <remarks>Source: mathematics page, section 2; every law is proved in docs/semirings.md. Elementwise on the operands.</remarks>
[Semiring]
public readonly partial struct PlusTimes
    : ISemiring<PlusTimes, float>,
        ISemiring<PlusTimes, double>,
        ISemiring<PlusTimes, int>,
        ISemiring<PlusTimes, long>
{
    /// <summary>Identity of ⊕ in float, exact in the other types that it converts to.</summary>
    public static float Zero => 0;

    /// <summary>Identity of ⊗ in float.</summary>
    public static float One => 1;

    static double ISemiring<PlusTimes, double>.Zero => 0;

    static double ISemiring<PlusTimes, double>.One => 1;

    static int ISemiring<PlusTimes, int>.Zero => 0;

    static int ISemiring<PlusTimes, int>.One => 1;

    static long ISemiring<PlusTimes, long>.Zero => 0;

    static long ISemiring<PlusTimes, long>.One => 1;

    // What its published definition promises, see docs/semirings.md.
    static bool ISemiringKernel<float>.FusesProducts => true;

    static bool ISemiringKernel<double>.FusesProducts => true;

    static bool ISemiringKernel<int>.FusesProducts => true;

    static bool ISemiringKernel<long>.FusesProducts => true;

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static float Add(float a, float b) => unchecked(a + b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static float Multiply(float a, float b) => unchecked(a * b);

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static double Add(double a, double b) => unchecked(a + b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static double Multiply(double a, double b) => unchecked(a * b);

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static int Add(int a, int b) => unchecked(a + b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static int Multiply(int a, int b) => unchecked(a * b);

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static long Add(long a, long b) => unchecked(a + b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static long Multiply(long a, long b) => unchecked(a * b);
}
