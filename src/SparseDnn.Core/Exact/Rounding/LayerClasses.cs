using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Rounding;

/// <summary>
/// A layer without repetitions: neurons that form the same sums are one class, and edges from inputs of one class are one edge.
/// </summary>
/// <remarks>
/// Neurons of one class have equal biases and, for every class of inputs, edges of equal number, Σw, Σ|w| and granularity.
/// Inputs of one class have equal values, so such neurons have equal sums, certificates and bounds. Classes are numbered
/// in the order of their first neurons. Source: mathematics page, rewrites T1 and T2.
/// </remarks>
internal sealed class LayerClasses
{
    /// <summary>The granularity of an edge whose weights are 0: its terms are multiples of every power of two.</summary>
    public const int Vanishing = int.MaxValue;

    private readonly int[]? _inputClassOf;
    private double[]? _upperMagnitudes;

    public LayerClasses(
        DyadicLayer layer,
        int[]? inputClassOf,
        int[] classOf,
        int[] firstNeurons,
        int[] starts,
        IReadOnlyList<ClassEdge> edges
    )
    {
        Layer = layer;
        _inputClassOf = inputClassOf;
        ClassOf = classOf;
        FirstNeurons = firstNeurons;
        Starts = starts;
        Edges = edges.ToArray();
        Biases = Array.ConvertAll(firstNeurons, neuron => layer.Biases[neuron]);
        Sizes = new int[firstNeurons.Length];
        foreach (var one in classOf)
            Sizes[one]++;
        Weights = ScaledIntegers.Of(Array.ConvertAll(Edges, edge => edge.Sum));
        Magnitudes = ScaledIntegers.Of(Array.ConvertAll(Edges, edge => edge.Magnitude));
        var widest = Enumerable.Range(0, Count).Select(i => starts[i + 1] - starts[i]).DefaultIfEmpty(0).Max();
        RowBits = Math.Max(Weights.Bits, Magnitudes.Bits) + BigIntegerBits.BitLength((ulong)widest);
    }

    public DyadicLayer Layer { get; }

    /// <summary>Number of classes.</summary>
    public int Count => FirstNeurons.Length;

    /// <summary>The class of each neuron.</summary>
    public int[] ClassOf { get; }

    /// <summary>The first neuron of each class.</summary>
    public int[] FirstNeurons { get; }

    /// <summary>Number of neurons of each class.</summary>
    public int[] Sizes { get; }

    /// <summary>The bias of each class.</summary>
    public Dyadic[] Biases { get; }

    /// <summary>Where the edges of each class begin.</summary>
    public int[] Starts { get; }

    /// <summary>Edges from classes of inputs, class by class.</summary>
    public ClassEdge[] Edges { get; }

    /// <summary>Σw of each edge.</summary>
    public ScaledIntegers Weights { get; }

    /// <summary>Σ|w| of each edge.</summary>
    public ScaledIntegers Magnitudes { get; }

    /// <summary>Bits that a sum over one row has more than its largest input.</summary>
    public int RowBits { get; }

    /// <summary>Upper bounds of Σ|w| of each edge.</summary>
    public double[] UpperMagnitudes => _upperMagnitudes ??= Array.ConvertAll(Edges, edge => DyadicRounding.Up(edge.Magnitude));

    /// <summary>One value an input from one a class of inputs.</summary>
    public T[] InputsOf<T>(T[] values) => _inputClassOf is null ? values : Array.ConvertAll(_inputClassOf, one => values[one]);

    /// <summary>One value a neuron from one a class.</summary>
    public T[] NeuronsOf<T>(T[] values) => Array.ConvertAll(ClassOf, one => values[one]);
}

/// <summary>All edges from one class of inputs into a neuron.</summary>
/// <param name="Input">The class of inputs.</param>
/// <param name="Nonzero">Number of edges whose weight is not 0.</param>
/// <param name="Sum">Σw.</param>
/// <param name="Magnitude">Σ|w|.</param>
/// <param name="Granularity">The least exponent of the weights that are not 0.</param>
internal readonly record struct ClassEdge(int Input, int Nonzero, Dyadic Sum, Dyadic Magnitude, int Granularity);
