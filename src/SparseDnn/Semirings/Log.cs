using SparseDnn.Kernels;

namespace SparseDnn;

/// <summary>(R ∪ {−∞}, log(e^a + e^b), +, −∞, 0): sums of probabilities in logarithms.</summary>
/// <remarks>Source: mathematics page, section 2; every law is proved in docs/semirings.md. Elementwise on the operands.</remarks>
public readonly struct Log : ISemiring<Log, float>, ISemiring<Log, double>
{
    /// <summary>Identity of ⊕ in float, exact in the other types that it converts to.</summary>
    public static float Zero => float.NegativeInfinity;

    /// <summary>Identity of ⊗ in float.</summary>
    public static float One => 0;

    static double ISemiring<Log, double>.Zero => double.NegativeInfinity;

    static double ISemiring<Log, double>.One => 0;

    static SemiringBinding ISemiring<Log, float>.Binding =>
        SemiringBinding.Of<float, BuiltInKernel<float, LogSum, Plus, Least, NumberZero>>();

    static SemiringBinding ISemiring<Log, double>.Binding =>
        SemiringBinding.Of<double, BuiltInKernel<double, LogSum, Plus, Least, NumberZero>>();

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static float Add(float a, float b) => (float)LogSumOperation<float>.Add(a, b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static float Multiply(float a, float b) => a + b;

    /// <summary>a ⊕ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static double Add(double a, double b) => LogSumOperation<double>.Add(a, b);

    /// <summary>a ⊗ b.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    public static double Multiply(double a, double b) => a + b;
}
