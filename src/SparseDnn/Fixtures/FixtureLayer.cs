using System;
using System.Linq;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Vectors;
using SparseDnn.Numerics;

namespace SparseDnn;

/// <summary>
/// One layer of a fixture's network: what an implementation needs to compute it. Sum over the edges, bias, activation, ceiling, rounding,
/// in this order.
/// </summary>
public sealed class FixtureLayer
{
    private readonly FormatTriple _formats;
    private double[]? _weights;
    private double[]? _biases;

    internal FixtureLayer(VectorLayer vectors, FormatTriple formats)
    {
        (Vectors, _formats) = (vectors, formats);
    }

    /// <summary>Number of input neurons.</summary>
    public int Inputs => Exact.Inputs;

    /// <summary>Number of output neurons.</summary>
    public int Outputs => Exact.Outputs;

    /// <summary>Where each output neuron's edges begin; <see cref="Outputs"/> + 1 positions.</summary>
    public ReadOnlySpan<int> RowStarts => Exact.Edges.RowStarts;

    /// <summary>Input neuron of each edge, ascending within an output neuron.</summary>
    public ReadOnlySpan<int> Columns => Exact.Edges.Columns;

    /// <summary>Weight of each edge, rounded to the weight format.</summary>
    public ReadOnlySpan<double> Weights => _weights ??= [.. Exact.Weights.Select(weight => weight.ToDouble())];

    /// <summary>Bias of each output neuron, rounded to the accumulator format; all 0 where there is none.</summary>
    public ReadOnlySpan<double> Biases => _biases ??= [.. Exact.Biases.Select(bias => bias.ToDouble())];

    /// <summary>Whether any bias is not zero.</summary>
    public bool HasBias => Exact.HasBias;

    /// <summary>Whether the bias reaches zero sums.</summary>
    public BiasMode BiasMode => Exact.BiasMode;

    /// <summary>What follows the bias.</summary>
    public Activation Activation => Exact.Activation;

    /// <summary>Largest output; +∞ where there is none.</summary>
    public double Ceiling => Exact.Ceiling?.ToDouble() ?? double.PositiveInfinity;

    /// <summary>Name of the semiring over which edges are summed, such as <c>plus-times</c>.</summary>
    public string Semiring => Exact.Semirings.Correlate.Name;

    /// <summary>Granularity, largest Σ|t| and headroom of its sums over all items; null where none applies.</summary>
    public VectorCertificate? Certificate => Vectors.Certificate;

    /// <summary>The layer in exact numbers.</summary>
    public DyadicLayer Exact => Vectors.Layer;

    internal VectorLayer Vectors { get; }

    /// <summary>The weights in the type that holds the weight format.</summary>
    /// <typeparam name="TWeight">The type, for example <see cref="Half"/> for binary16.</typeparam>
    /// <exception cref="NotSupportedException">The type does not hold the weight format.</exception>
    public TWeight[] WeightsAs<TWeight>()
        where TWeight : unmanaged => As<TWeight>(Exact.Weights, _formats.Weights, "Weights");

    /// <summary>The biases in the type that holds the accumulator format.</summary>
    /// <typeparam name="TBias">The type, for example <see langword="float"/> for binary32.</typeparam>
    /// <exception cref="NotSupportedException">The type does not hold the accumulator format.</exception>
    public TBias[] BiasesAs<TBias>()
        where TBias : unmanaged => As<TBias>(Exact.Biases, _formats.Accumulator, "Biases");

    /// <inheritdoc/>
    public override string ToString() => $"{Inputs} × {Outputs}, {Exact.Edges.EntryCount} edges, {Semiring}";

    private static TValue[] As<TValue>(DyadicValues values, StorageFormat format, string what)
        where TValue : unmanaged
    {
        FixtureElements.Demand<TValue>(format, what);
        return [.. values.Select(value => FixtureElements.FromBits<TValue>(format.ToBits(value)))];
    }
}
