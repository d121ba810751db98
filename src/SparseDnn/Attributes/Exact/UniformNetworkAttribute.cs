using System;

namespace SparseDnn;

/// <summary>
/// Uniform recurrence: equally many edges into every neuron, one weight, bias and ceiling: uniform inputs y stay uniform,
/// y' = min(max(d·w·y + b, 0), M).
/// </summary>
/// <remarks>
/// Edges are drawn from <see cref="ExactFamilyAttribute.Seed"/>; weight, bias and ceiling are rounded once to the formats of the fixtures.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = false)]
public sealed class UniformNetworkAttribute : ReLUFamilyAttribute
{
    private double? _ceiling;

    /// <summary>Neurons of every level.</summary>
    public int Neurons { get; set; }

    /// <summary>d, edges into every neuron.</summary>
    public int InDegree { get; set; } = 1;

    /// <summary>Number of layers; 1 unless given.</summary>
    public int Layers { get; set; } = 1;

    /// <summary>w of every edge; 1 unless given.</summary>
    public double Weight { get; set; } = 1;

    /// <summary>b of every neuron; 0 unless given.</summary>
    public double Bias { get; set; }

    /// <summary>Whether the bias reaches zero sums.</summary>
    public BiasMode BiasMode { get; set; }

    /// <summary>M, above 0; none unless given.</summary>
    public double Ceiling
    {
        get => _ceiling ?? double.PositiveInfinity;
        set => _ceiling = value;
    }

    /// <summary>The y of each item, rounded once to the activation format; a few small numbers unless given.</summary>
    public double[]? Inputs { get; set; }
}
