using System.Collections.Generic;
using SparseDnn.Inputs.Weights;
using SparseDnn.Numerics;
using SparseDnn.Topologies;

namespace SparseDnn.Networks.Kinds;

/// <summary>One weight for every edge of a group of layers; null for One of the semiring.</summary>
internal static class ConstantWeight
{
    /// <summary>Name of the argument.</summary>
    public const string Argument = "Weight";

    /// <summary>Whether the weight is a finite number; otherwise a problem is added.</summary>
    public static bool Check(LayersDeclaration group, double? weight, LayerContext context) => context.Usable(group, Argument, weight ?? 1);

    /// <summary>The weights of a pattern's edges; null for One.</summary>
    public static DecimalValues? Values(double? weight, CsrPattern pattern) =>
        weight is { } given ? new DecimalValues(DecimalNumber.Exact(given), pattern.EntryCount) : null;

    /// <summary>The number, where it is written.</summary>
    public static IEnumerable<WrittenNumbers> Written(LayersDeclaration group, double? weight)
    {
        if (weight is { } given)
            yield return WrittenNumbers.Of(group, Argument, given);
    }

    /// <summary>What is said of a weight of 0.</summary>
    public static IEnumerable<ZeroWeights> Zeros(LayersDeclaration group, double? weight)
    {
        if (weight == 0)
            yield return new(group.At(Argument), $"Every edge of {group.Label} has", "is", "the layer or write another weight");
    }
}
