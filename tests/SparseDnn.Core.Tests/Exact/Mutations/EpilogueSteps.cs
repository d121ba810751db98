namespace SparseDnn.Core.Tests.Exact.Mutations;

/// <summary>What follows a sum: bias, activation, ceiling.</summary>
internal delegate double EpilogueStep(SoftArithmetic arithmetic, PlainLayer layer, double sum, double bias);

/// <summary>The three parts of the epilogue, and all of it.</summary>
internal static class EpilogueSteps
{
    public static double Full(SoftArithmetic arithmetic, PlainLayer layer, double sum, double bias) =>
        Ceiling(layer, Activate(layer, AddBias(arithmetic, layer, sum, bias)));

    public static double AddBias(SoftArithmetic arithmetic, PlainLayer layer, double sum, double bias) =>
        layer.BiasMode == BiasMode.Dense || sum != 0 ? arithmetic.Add(sum, bias) : sum;

    public static double Activate(PlainLayer layer, double z) => layer.Activation == Activation.None || z > 0 ? z : 0;

    public static double Ceiling(PlainLayer layer, double z) => z > layer.Ceiling ? layer.Ceiling : z;
}
