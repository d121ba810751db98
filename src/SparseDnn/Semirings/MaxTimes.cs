using System;

namespace SparseDnn;

/// <summary>(R≥0, max, ×, 0, 1): most reliable paths.</summary>
/// <remarks>
/// Source: mathematics page, section 2; every law is proved in docs/semirings.md. Results of min and max are those of Math.Min and
/// Math.Max: NaN wins, −0 is below +0.
/// </remarks>
[Semiring]
public readonly partial struct MaxTimes : ISemiring<MaxTimes, float>, ISemiring<MaxTimes, double>
{
    /// <summary>Identity of ⊕ in float, exact in the other types that it converts to.</summary>
    public static float Zero => 0;

    /// <summary>Identity of ⊗ in float.</summary>
    public static float One => 1;

    static double ISemiring<MaxTimes, double>.Zero => 0;

    static double ISemiring<MaxTimes, double>.One => 1;

    static (float Min, float Max) ISemiring<MaxTimes, float>.Carrier => (0, float.MaxValue);

    static (double Min, double Max) ISemiring<MaxTimes, double>.Carrier => (0, double.MaxValue);

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static float Add(float a, float b) => MathF.Max(a, b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static float Multiply(float a, float b) => a * b;

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static double Add(double a, double b) => Math.Max(a, b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static double Multiply(double a, double b) => a * b;
}
