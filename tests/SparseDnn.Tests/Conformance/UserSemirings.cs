using System;

namespace SparseDnn.Tests.Conformance;

/// <summary>Łukasiewicz logic: truth values in [0, 1].</summary>
[Semiring]
public readonly partial struct Lukasiewicz : ISemiring<Lukasiewicz, float>
{
    public static float Zero => 0f;

    public static float One => 1f;

    public static (float Min, float Max) Carrier => (0f, 1f);

    public static float Add(float a, float b) => MathF.Max(a, b);

    public static float Multiply(float a, float b) => MathF.Max(0f, a + b - 1f);
}

/// <summary>Products by way of logarithms, which have no vector form: runs item by item.</summary>
[Semiring]
public readonly partial struct MaxTimesByLogarithms : ISemiring<MaxTimesByLogarithms, double>
{
    public static double Zero => 0;

    public static double One => 1;

    public static (double Min, double Max) Carrier => (0, double.MaxValue);

    public static double Add(double a, double b) => a > b ? a : b;

    public static double Multiply(double a, double b) => Math.Exp(Math.Log(a) + Math.Log(b));
}

/// <summary>or-and over booleans as a user writes it.</summary>
[Semiring]
public readonly partial struct Reaches : ISemiring<Reaches, bool>
{
    public static bool Zero => false;

    public static bool One => true;

    public static bool Add(bool a, bool b) => a || b;

    public static bool Multiply(bool a, bool b) => a && b;
}

[SparseNetwork(Inputs = 20, Semiring = typeof(Lukasiewicz))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = 0, MaxWeight = 1)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.875)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = 0, MaxWeight = 1)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, MinWeight = 0, MaxWeight = 1)]
public static partial class LukasiewiczThenNothing;

[SparseNetwork(Inputs = 20, Semiring = typeof(MaxTimesByLogarithms))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, MinWeight = 0.25, MaxWeight = 2)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.75)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, MinWeight = 0.25, MaxWeight = 2)]
public static partial class LogarithmsThenNothing;

[SparseNetwork(Inputs = 20, Semiring = typeof(Reaches))]
[RandomLayer(Outputs = 40, InDegree = 2, Seed = 3)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1)]
[RandomLayer(Outputs = 300, InDegree = 2, Seed = 4)]
public static partial class ReachesThenNothing;

[SparseNetwork(Inputs = 20)]
[Oscillate(typeof(PlusTimes), typeof(MaxPlus))]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, Bias = 0.125, BiasMode = BiasMode.NonzeroSums)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.3, Bias = -0.05, Ceiling = 2)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, Bias = -0.01)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, Activation = Activation.None)]
public static partial class MixedInFullThen;

[SparseNetwork(Inputs = 20)]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, Epilogue = Epilogue.None)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.3, Bias = 0.05, Ceiling = 2)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5)]
public static partial class LinearFirstThenReLU;
