using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra.Elements;
using SparseDnn.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Analysis;

/// <summary>
/// What the biased sums of a ReLU network can be for every input of its declared range, in any implementation: exact intervals, widened by
/// what rounding can do.
/// </summary>
/// <remarks>
/// Per neuron the exact interval by outward rounding, then n roundings of relative error u each in any order, fused or not: ± (n·u / (1 −
/// n·u))·Σ|t| + n·a with a the
/// least absolute error. Where no term can be negative no sum is, whatever is rounded; likewise where none can be positive. Source:
/// mathematics page, section 7.
/// </remarks>
internal sealed class ValueRanges
{
    private const int EdgesBetweenChecks = 4096; // a few hundred microseconds

    private readonly Interval[][] _sums;

    private ValueRanges(Interval[][] sums) => _sums = sums;

    /// <summary>The ranges; null where the network declares no range of its inputs, or is no ReLU network of real numbers.</summary>
    /// <param name="network">A sound network.</param>
    /// <param name="cancellationToken">Checked every few thousand edges.</param>
    public static ValueRanges? Of(Network network, CancellationToken cancellationToken = default)
    {
        if (network.InputRanges is not { } ranges || !IsRectified(network))
            return null;
        return new ValueRanges(
            Follow(network, ranges.ToArray(network.Inputs), cancellationToken)
                .Select(layer => Array.ConvertAll(layer.Sums, sum => sum.Biased))
                .ToArray()
        );
    }

    /// <summary>Whether the ranges of a network can be followed: a ReLU network of real numbers.</summary>
    /// <param name="network">A sound network.</param>
    public static bool IsRectified(Network network) =>
        NumberTypes.Of(network.Elements).Real is not null && network.Layers.All(layer => layer.Semirings.IsReLU);

    /// <summary>What is known of every sum, one layer at a time.</summary>
    /// <param name="network">A sound ReLU network.</param>
    /// <param name="inputs">The range of each input; finite.</param>
    /// <param name="cancellationToken">Checked every few thousand edges.</param>
    public static IEnumerable<LayerRanges> Follow(Network network, Interval[] inputs, CancellationToken cancellationToken = default)
    {
        var limits = new FormatLimits(network.Format);
        for (var i = 0; i < network.Layers.Count; i++)
        {
            var layer = network.Layers[i];
            var ranges = new LayerRanges(i, layer, inputs, Sums(layer, limits, inputs, cancellationToken));
            yield return ranges;
            inputs = Array.ConvertAll(ranges.Sums, sum => Output(layer, sum.Biased));
        }
    }

    /// <summary>The biased sum of a neuron.</summary>
    /// <param name="layer">0-based layer.</param>
    /// <param name="neuron">0-based neuron.</param>
    public Interval this[int layer, int neuron] => _sums[layer][neuron];

    /// <summary>Whether a neuron's sum is never above 0, so that ReLU gives 0.</summary>
    /// <param name="layer">0-based layer.</param>
    /// <param name="neuron">0-based neuron.</param>
    public bool IsNeverPositive(int layer, int neuron) => _sums[layer][neuron].High <= 0;

    /// <summary>Whether no neuron's sum is ever below 0, so that ReLU changes nothing.</summary>
    /// <param name="layer">0-based layer.</param>
    public bool IsNeverNegative(int layer) => Array.TrueForAll(_sums[layer], sum => sum.Low >= 0);

    private static SumRange[] Sums(Layer layer, FormatLimits limits, Interval[] inputs, CancellationToken cancellationToken)
    {
        var sums = new SumRange[layer.Outputs];
        for (int neuron = 0, edge = 0, check = 0; neuron < sums.Length; neuron++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var sum = Interval.Point(0);
            var terms = new SumTerms(limits);
            var firstTiny = -1;
            foreach (var input in layer.Edges.Row(neuron))
            {
                if (edge == check)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    check += EdgesBetweenChecks;
                }

                sum += terms.Add(inputs[input].Scale(layer.Weights[edge]));
                if (firstTiny < 0 && terms.Tiny > 0)
                    firstTiny = edge;
                edge++;
            }

            var tiny = terms.Tiny;
            var unbiased = terms.Widened(sum, out _);
            var absent = layer.BiasMode == BiasMode.NonzeroSums && unbiased.Contains(0);
            if (layer.HasBias)
                sum += terms.Add(Interval.Point(layer.Biases[neuron]));
            var biased = terms.Widened(sum, out var mayOverflow);
            sums[neuron] = new(
                unbiased,
                sum,
                absent ? biased.Hull(Interval.Point(0)) : biased,
                terms.Magnitude,
                terms.LeastMagnitude,
                mayOverflow,
                terms.CanBeNegative,
                tiny,
                firstTiny
            );
        }

        return sums;
    }

    private static Interval Output(Layer layer, Interval sum)
    {
        if (layer.HasActivation)
            sum = sum.Max(0);
        return layer.HasCeiling ? sum.Min(layer.Ceiling) : sum;
    }
}
