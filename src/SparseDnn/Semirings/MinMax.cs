using System;

namespace SparseDnn;

/// <summary>(R ∪ {±∞}, min, max, +∞, −∞): paths whose largest edge is least; on integers with their greatest and least value.</summary>
/// <remarks>
/// Source: mathematics page, section 2; every law is proved in docs/semirings.md. Results of min and max are those of Math.Min and
/// Math.Max: NaN wins, −0 is below +0.
/// </remarks>
[Semiring]
public readonly partial struct MinMax : ISemiring<MinMax, float>, ISemiring<MinMax, double>, ISemiring<MinMax, int>, ISemiring<MinMax, long>
{
    /// <summary>Identity of ⊕ in float, exact in the other types that it converts to.</summary>
    public static float Zero => float.PositiveInfinity;

    /// <summary>Identity of ⊗ in float.</summary>
    public static float One => float.NegativeInfinity;

    static double ISemiring<MinMax, double>.Zero => double.PositiveInfinity;

    static double ISemiring<MinMax, double>.One => double.NegativeInfinity;

    static int ISemiring<MinMax, int>.Zero => int.MaxValue;

    static int ISemiring<MinMax, int>.One => int.MinValue;

    static long ISemiring<MinMax, long>.Zero => long.MaxValue;

    static long ISemiring<MinMax, long>.One => long.MinValue;

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static float Add(float a, float b) => MathF.Min(a, b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static float Multiply(float a, float b) => MathF.Max(a, b);

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static double Add(double a, double b) => Math.Min(a, b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static double Multiply(double a, double b) => Math.Max(a, b);

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static int Add(int a, int b) => Math.Min(a, b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static int Multiply(int a, int b) => Math.Max(a, b);

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static long Add(long a, long b) => Math.Min(a, b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static long Multiply(long a, long b) => Math.Max(a, b);
}
