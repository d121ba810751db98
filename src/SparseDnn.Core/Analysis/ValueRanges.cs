using System;
using System.Linq;
using System.Threading;
using SparseDnn.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Analysis;

/// <summary>What the biased sums of a ReLU network can be for every input of its declared range, in any implementation: exact intervals, widened by what rounding can do.</summary>
/// <remarks>
/// Per neuron the exact interval by outward rounding, then n roundings of relative error u each in any order, fused or not: ± (n·u / (1 − n·u))·Σ|t| + n·a with a the
/// least absolute error. Where no term can be negative no sum is, whatever is rounded; likewise where none can be positive. Source: mathematics page, section 7.
/// </remarks>
public sealed class ValueRanges
{
    private readonly Interval[][] _sums;

    private ValueRanges(Interval[][] sums) => _sums = sums;

    /// <summary>The ranges; null where the network declares no range of its inputs, or is no ReLU network of real numbers.</summary>
    /// <param name="network">A sound network.</param>
    /// <param name="cancellationToken">Checked for every 256 neurons.</param>
    public static ValueRanges? Of(Network network, CancellationToken cancellationToken = default)
    {
        if (network.InputRange is not { } range || !network.Layers.All(layer => layer.Semirings.IsReLU)) return null;
        var inputs = Enumerable.Repeat(range, network.Inputs).ToArray();
        var sums = new Interval[network.Layers.Count][];
        for (var i = 0; i < sums.Length; i++)
        {
            sums[i] = Sums(network.Layers[i], network.Format, inputs, cancellationToken);
            inputs = Array.ConvertAll(sums[i], sum => Output(network.Layers[i], sum));
        }

        return new ValueRanges(sums);
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

    private static Interval[] Sums(Layer layer, NumberFormat format, Interval[] inputs, CancellationToken cancellationToken)
    {
        var sums = new Interval[layer.Outputs];
        for (int neuron = 0, edge = 0; neuron < sums.Length; neuron++)
        {
            if (neuron % 256 == 0) cancellationToken.ThrowIfCancellationRequested();
            var sum = Interval.Point(0);
            var terms = new Terms();
            foreach (var input in layer.Edges.Row(neuron)) sum += terms.Add(inputs[input].Scale(layer.Weights[edge++]));
            var absent = layer.BiasMode == BiasMode.NonzeroSums && terms.Widened(sum, format).Contains(0);
            if (layer.HasBias) sum += terms.Add(Interval.Point(layer.Biases[neuron]));
            sum = terms.Widened(sum, format);
            sums[neuron] = absent ? sum.Hull(Interval.Point(0)) : sum;
        }

        return sums;
    }

    private static Interval Output(Layer layer, Interval sum)
    {
        if (layer.HasSelect) sum = sum.Max(0);
        return layer.HasCeiling ? sum.Min(layer.Ceiling) : sum;
    }

    /// <summary>What is known of a sum's terms together.</summary>
    private struct Terms
    {
        private int _count;
        private double _magnitude;
        private bool _hasNegative;
        private bool _hasPositive;

        // Only the signs.
        private readonly Interval Unknown => new(_hasNegative ? double.NegativeInfinity : 0, _hasPositive ? double.PositiveInfinity : 0);

        public Interval Add(Interval term)
        {
            _count++;
            _magnitude = OutwardRounding.AddUp(_magnitude, term.Magnitude);
            _hasNegative |= term.Low < 0;
            _hasPositive |= term.High > 0;
            return term;
        }

        // Two roundings more than terms: an input or a sum may be multiplied by a factor of its own.
        public readonly Interval Widened(Interval sum, NumberFormat format)
        {
            var roundings = _count + 2;
            var share = OutwardRounding.MulUp(roundings, format.UnitRoundoff);
            if (share >= 0.5) return Unknown;
            var growth = OutwardRounding.DivUp(share, OutwardRounding.AddDown(1, -share));
            var absolute = OutwardRounding.MulUp(roundings, StorageFormats.Of(format).AbsoluteError);
            var error = OutwardRounding.AddUp(OutwardRounding.MulUp(growth, _magnitude), absolute);
            // Beyond the largest number infinities of both signs may meet.
            if (OutwardRounding.AddUp(_magnitude, error) > format.MaxFinite.ToDouble()) return Unknown;
            return new Interval(
                _hasNegative ? OutwardRounding.AddDown(sum.Low, -error) : 0,
                _hasPositive ? OutwardRounding.AddUp(sum.High, error) : 0);
        }
    }
}
