using System;

namespace SparseDnn;

/// <summary>(R ∪ {±∞}, max, min, −∞, +∞): widest paths; on integers with their least and greatest value.</summary>
/// <remarks>
/// Source: mathematics page, section 2; every law is proved in docs/semirings.md. Results of min and max are those of Math.Min and
/// Math.Max: NaN wins, −0 is below +0.
/// </remarks>
[Semiring]
public readonly partial struct MaxMin : ISemiring<MaxMin, float>, ISemiring<MaxMin, double>, ISemiring<MaxMin, int>, ISemiring<MaxMin, long>
{
    /// <summary>Identity of ⊕ in float, exact in the other types that it converts to.</summary>
    public static float Zero => float.NegativeInfinity;

    /// <summary>Identity of ⊗ in float.</summary>
    public static float One => float.PositiveInfinity;

    static double ISemiring<MaxMin, double>.Zero => double.NegativeInfinity;

    static double ISemiring<MaxMin, double>.One => double.PositiveInfinity;

    static int ISemiring<MaxMin, int>.Zero => int.MinValue;

    static int ISemiring<MaxMin, int>.One => int.MaxValue;

    static long ISemiring<MaxMin, long>.Zero => long.MinValue;

    static long ISemiring<MaxMin, long>.One => long.MaxValue;

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static float Add(float a, float b) => MathF.Max(a, b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static float Multiply(float a, float b) => MathF.Min(a, b);

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static double Add(double a, double b) => Math.Max(a, b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static double Multiply(double a, double b) => Math.Min(a, b);

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static int Add(int a, int b) => Math.Max(a, b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static int Multiply(int a, int b) => Math.Min(a, b);

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static long Add(long a, long b) => Math.Max(a, b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static long Multiply(long a, long b) => Math.Min(a, b);
}
