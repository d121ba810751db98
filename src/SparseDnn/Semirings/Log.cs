using System;

namespace SparseDnn;

/// <summary>(R ∪ {−∞}, log(e^a + e^b), +, −∞, 0): sums of probabilities in logarithms.</summary>
/// <remarks>Source: mathematics page, section 2; every law is proved in docs/semirings.md. Elementwise on the operands.</remarks>
[Semiring]
public readonly partial struct Log : ISemiring<Log, float>, ISemiring<Log, double>
{
    /// <summary>Identity of ⊕ in float, exact in the other types that it converts to.</summary>
    public static float Zero => float.NegativeInfinity;

    /// <summary>Identity of ⊗ in float.</summary>
    public static float One => 0;

    static double ISemiring<Log, double>.Zero => double.NegativeInfinity;

    static double ISemiring<Log, double>.One => 0;

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static float Add(float a, float b) => (float)Sum(a, b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static float Multiply(float a, float b) => a + b;

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static double Add(double a, double b) => Sum(a, b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static double Multiply(double a, double b) => a + b;

    // From the larger operand down, so that nothing overflows. By the platform's exp and log in binary64: equal bits for every width and
    // batch
    // size, not on every operating system.
    private static double Sum(double a, double b)
    {
        var larger = Math.Max(a, b);
        // ∞ − ∞ is no number: of two equal infinities the sum is that infinity.
        return double.IsInfinity(larger) || double.IsNaN(larger) ? larger : larger + Math.Log(1 + Math.Exp(Math.Min(a, b) - larger));
    }
}
