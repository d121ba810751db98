using System;

namespace SparseDnn;

/// <summary>(R&gt;0 ∪ {+∞}, min, ×, +∞, 1): least products.</summary>
/// <remarks>
/// Source: mathematics page, section 2; every law is proved in docs/semirings.md. Results of min and max are those of Math.Min and
/// Math.Max: NaN wins, −0 is below +0.
/// </remarks>
[Semiring]
public readonly partial struct MinTimes : ISemiring<MinTimes, float>, ISemiring<MinTimes, double>
{
    /// <summary>Identity of ⊕ in float, exact in the other types that it converts to.</summary>
    public static float Zero => float.PositiveInfinity;

    /// <summary>Identity of ⊗ in float.</summary>
    public static float One => 1;

    static double ISemiring<MinTimes, double>.Zero => double.PositiveInfinity;

    static double ISemiring<MinTimes, double>.One => 1;

    static (float Min, float Max) ISemiring<MinTimes, float>.Carrier => (float.Epsilon, float.PositiveInfinity);

    static (double Min, double Max) ISemiring<MinTimes, double>.Carrier => (double.Epsilon, double.PositiveInfinity);

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static float Add(float a, float b) => MathF.Min(a, b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static float Multiply(float a, float b) => a * b;

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static double Add(double a, double b) => Math.Min(a, b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static double Multiply(double a, double b) => a * b;
}
