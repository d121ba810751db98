using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Exact.Rounding;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Families;

/// <summary>The shifts that each part of a solution allows by itself.</summary>
internal sealed class ScalingNeeds
{
    private readonly FormatTriple _formats;
    private string? _fault;

    private ScalingNeeds(FormatTriple formats) => _formats = formats;

    public ShiftWindow Inputs { get; private set; }

    public (ShiftWindow Weights, ShiftWindow Sums)[] Layers { get; private set; } = [];

    public static ScalingNeeds? Of(ExactSolution solution, FormatTriple formats, CancellationToken cancellationToken, out string? fault)
    {
        var needs = new ScalingNeeds(formats);
        needs.Find(solution, cancellationToken);
        fault = needs._fault;
        return fault is null ? needs : null;
    }

    private void Find(ExactSolution solution, CancellationToken cancellationToken)
    {
        var layers = solution.Network.DemandPlusTimes().Layers;
        Inputs = Values("The inputs", solution.Items.SelectMany(item => item.Inputs), _formats.Activations);
        var weights = layers
            .Select((layer, l) => Values($"The weights of layer {l + 1}", layer.Weights.Representatives, _formats.Weights))
            .ToArray();
        var sums = layers
            .Select(
                (layer, l) =>
                    Values($"The biases of layer {l + 1}", layer.Biases.Representatives, _formats.Accumulator)
                        .And(Values($"The ceiling of layer {l + 1}", layer.Ceiling is { } ceiling ? [ceiling] : [], _formats.Accumulator))
            )
            .ToArray();
        if (_fault is not null)
            return;
        foreach (var item in solution.Items)
        {
            var l = 0;
            foreach (var trace in MixedEvaluator.Trace(solution.Network, item.Inputs, null, cancellationToken))
            {
                sums[l] = sums[l].And(Sums(trace, l)).And(Outputs(trace.Outputs, l, layers.Count, _formats.Activations));
                if (_fault is not null)
                    return;
                l++;
            }
        }

        Layers = weights.Zip(sums, (a, b) => (a, b)).ToArray();
    }

    private ShiftWindow Values(string what, IEnumerable<Dyadic> values, StorageFormat format)
    {
        var all = values.ToArray();
        var window = ShiftWindow.OfValues(all, format);
        if (window is null)
            _fault ??=
                $"{what} hold {all.First(value => value.BitLength > format.Precision)}, which needs "
                + $"{all.Max(value => value.BitLength)} bits, but {format} has {format.Precision}";
        else if (window.Value.IsEmpty)
            _fault ??=
                $"{what} range from {all.Where(value => !value.IsZero).Select(value => value.Abs()).Aggregate(Dyadic.Min)} to "
                + $"{all.Select(value => value.Abs()).Aggregate(Dyadic.Max)}, more than {format} spans";
        return window ?? ShiftWindow.All;
    }

    private ShiftWindow Sums(LayerTrace trace, int layer)
    {
        var window = ShiftWindow.All;
        for (var i = 0; i < trace.Classes.Count; i++)
        {
            var (neuron, terms) = (trace.Classes.FirstNeurons[i], trace.Terms[i]);
            var own = ShiftWindow.OfTerms(terms, _formats.Accumulator);
            var tooLong =
                _formats.Accumulator.RelativeError > 0
                && !terms.SumOfMagnitudes.IsZero
                && terms.SumOfMagnitudes > Dyadic.One.ScaleByPowerOfTwo(_formats.Accumulator.Precision + terms.Granularity);
            if (tooLong || own.IsEmpty)
                _fault ??=
                    FormattableString.Invariant(
                        $"The terms of neuron {neuron + 1} of layer {layer + 1} are multiples of 2^{terms.Granularity} "
                    )
                    + FormattableString.Invariant(
                        $"and their magnitudes add up to {terms.SumOfMagnitudes}, which {_formats.Accumulator} does not hold at any scale"
                    );
            window = window.And(own);
        }

        return window;
    }

    // The last layer's outputs are rounded once by everyone and need only be in range.
    private ShiftWindow Outputs(IReadOnlyList<Dyadic> outputs, int layer, int layers, StorageFormat format)
    {
        if (layer < layers - 1)
            return Values($"The outputs of layer {layer + 1}", outputs, format);
        var largest = outputs.Select(value => value.Abs()).Aggregate(Dyadic.Zero, Dyadic.Max);
        return largest.IsZero ? ShiftWindow.All : ShiftWindow.All with { High = ShiftWindow.Largest(largest, format) };
    }
}
