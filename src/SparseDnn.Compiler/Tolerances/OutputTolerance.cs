using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra.Elements;
using SparseDnn.Analysis;
using SparseDnn.Exact.Certificates;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Networks;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Compiler.Tolerances;

/// <summary>How far the outputs of any correct implementation of a network may lie from the exact ones.</summary>
/// <param name="Bounds">One bound an output: |any implementation − exact| ≤ bound; 0 where every implementation gives the exact value,
/// infinite where sums may overflow.</param>
/// <param name="Obstacle">The first reason why equal bits may not be demanded; null where they may.</param>
/// <remarks>Equality contract: both members by value.</remarks>
internal sealed record OutputTolerance(EquatableArray<double> Bounds, string? Obstacle)
{
    /// <summary>The bound that holds for every output.</summary>
    public double Largest => Bounds.Max();

    /// <summary>Whether a network has such bounds: over plus-times with ReLU, in real numbers.</summary>
    /// <param name="network">A sound network.</param>
    public static bool AppliesTo(Network network) =>
        NumberTypes.Of(network.Elements).Real is not null && network.Layers.All(layer => layer.Semirings.IsReLU);

    /// <summary>For one item.</summary>
    /// <param name="network">A sound network that it applies to.</param>
    /// <param name="input">The item, finite values of the network's format.</param>
    /// <param name="cancellationToken">Checked every few sums.</param>
    public static OutputTolerance ForItem(Network network, IReadOnlyList<double> input, CancellationToken cancellationToken = default)
    {
        var formats = FormatTriple.Uniform(StorageFormats.Of(network.Format));
        var exact = NetworkConversion.ToDyadic(network);
        var item = input.Select(Dyadic.FromDouble).ToArray();
        var bound = new MixedRoundingBound(formats, item);
        EquatableArray<Dyadic> outputs = default!;
        foreach (var trace in MixedEvaluator.Trace(exact, item, null, cancellationToken))
        {
            bound.Follow(trace);
            outputs = trace.Outputs;
        }

        var rounded = NetworkRounding.Round(exact, formats, out _, cancellationToken);
        var obstacle = rounded is null
            ? "its numbers are no values of the format"
            : ExactnessCertificate.ForItems(rounded, [item], cancellationToken: cancellationToken).Obstacle;
        return new(new(bound.Against(outputs.ToArray())), obstacle);
    }

    /// <summary>For every item of the range that a network declares; null where it declares none.</summary>
    /// <param name="network">A sound network that it applies to.</param>
    /// <param name="cancellationToken">Checked for every 256 neurons.</param>
    /// <remarks>
    /// Per neuron with inherited errors e, magnitudes M of its inputs (rounding included) and k edges: e_z = Σ|w|·e + γ·(Σ|w|·M + |b|) +
    /// n·a, where n = k + 2 counts a
    /// factor multiplied once a sum, γ = n·u / (1 − n·u) and a is the least absolute error. ReLU and ceiling do not enlarge it. A bias on
    /// nonzero sums may be added by
    /// one implementation and not by another where rounding can bring the sum to zero. Source: mathematics page, sections 6 and 7.
    /// </remarks>
    public static OutputTolerance? ForRange(Network network, CancellationToken cancellationToken = default)
    {
        if (network.InputRanges is not { } inputs || ValueRanges.Of(network, cancellationToken) is not { } ranges)
            return null;
        var errors = new double[network.Inputs];
        var magnitudes = Array.ConvertAll(inputs.ToArray(network.Inputs), range => range.Magnitude);
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var layer = network.Layers[i];
            var index = i;
            var sums = Enumerable.Range(0, layer.Outputs).Select(neuron => ranges[index, neuron]).ToArray();
            errors = Errors(layer, network.Format, errors, magnitudes, sums, cancellationToken);
            magnitudes = Array.ConvertAll(sums, sum => Output(layer, sum).Magnitude);
        }

        return new(
            new(errors),
            errors.All(error => error == 0) ? null : "inputs of the declared range may make sums that the format rounds"
        );
    }

    private static double[] Errors(
        Layer layer,
        NumberFormat format,
        double[] inherited,
        double[] magnitudes,
        Interval[] sums,
        CancellationToken cancellationToken
    )
    {
        var errors = new double[layer.Outputs];
        for (int neuron = 0, edge = 0; neuron < errors.Length; neuron++)
        {
            if (neuron % 256 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            double before = 0,
                terms = 0;
            var row = layer.Edges.Row(neuron);
            foreach (var input in row)
            {
                var weight = Math.Abs(layer.Weights[edge++]);
                before = OutwardRounding.AddUp(before, OutwardRounding.MulUp(weight, inherited[input]));
                terms = OutwardRounding.AddUp(terms, OutwardRounding.MulUp(weight, magnitudes[input]));
            }

            var bias = layer.HasBias ? Math.Abs(layer.Biases[neuron]) : 0;
            var error =
                terms == 0 ? 0 : OutwardRounding.AddUp(before, Rounding(row.Length + 2, OutwardRounding.AddUp(terms, bias), format));
            if (error > 0 && MayMissBias(layer, neuron, sums[neuron], error))
                error = OutwardRounding.AddUp(error, bias);
            if (OutwardRounding.AddUp(OutwardRounding.AddUp(terms, bias), error) > format.MaxFinite.ToDouble())
                error = double.PositiveInfinity;
            errors[neuron] = layer.HasCeiling && layer.Activation == Activation.ReLU ? Math.Min(error, layer.Ceiling) : error;
        }

        return errors;
    }

    // Rounding may bring a nonzero sum to zero, which then stays without its bias; a negative bias makes both of them zero behind a ReLU.
    private static bool MayMissBias(Layer layer, int neuron, Interval sum, double error)
    {
        if (layer.BiasMode != BiasMode.NonzeroSums || !layer.HasBias || layer.Biases[neuron] == 0)
            return false;
        var bias = layer.Biases[neuron];
        if (bias < 0 && layer.Activation == Activation.ReLU && error <= -bias)
            return false;
        return OutwardRounding.AddDown(OutwardRounding.AddDown(sum.Low, -bias), -error) <= 0
            && OutwardRounding.AddUp(OutwardRounding.AddUp(sum.High, -bias), error) >= 0;
    }

    private static double Rounding(int roundings, double magnitude, NumberFormat format)
    {
        var share = OutwardRounding.MulUp(roundings, format.UnitRoundoff);
        if (share >= 0.5)
            return double.PositiveInfinity;
        var growth = OutwardRounding.DivUp(share, OutwardRounding.AddDown(1, -share));
        return OutwardRounding.AddUp(
            OutwardRounding.MulUp(growth, magnitude),
            OutwardRounding.MulUp(roundings, StorageFormats.Of(format).AbsoluteError)
        );
    }

    private static Interval Output(Layer layer, Interval sum)
    {
        if (layer.HasActivation)
            sum = sum.Max(0);
        return layer.HasCeiling ? sum.Min(layer.Ceiling) : sum;
    }
}
