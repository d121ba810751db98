using System;

namespace SparseDnn;

/// <summary>(R ∪ {−∞}, max, +, −∞, 0): longest paths; as an epilogue bias and ReLU.</summary>
/// <remarks>
/// Source: mathematics page, section 2; every law is proved in docs/semirings.md. Results of min and max are those of Math.Min and
/// Math.Max: NaN wins, −0 is below +0.
/// </remarks>
[Semiring]
public readonly partial struct MaxPlus : ISemiring<MaxPlus, float>, ISemiring<MaxPlus, double>
{
    /// <summary>Identity of ⊕ in float, exact in the other types that it converts to.</summary>
    public static float Zero => float.NegativeInfinity;

    /// <summary>Identity of ⊗ in float.</summary>
    public static float One => 0;

    static double ISemiring<MaxPlus, double>.Zero => double.NegativeInfinity;

    static double ISemiring<MaxPlus, double>.One => 0;

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static float Add(float a, float b) => MathF.Max(a, b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static float Multiply(float a, float b) => a + b;

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static double Add(double a, double b) => Math.Max(a, b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static double Multiply(double a, double b) => a + b;
}
