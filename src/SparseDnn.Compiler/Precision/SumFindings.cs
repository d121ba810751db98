using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Analysis;
using SparseDnn.Networks;
using SparseDnn.Numerics;
using SparseDnn.Problems;

namespace SparseDnn.Compiler.Precision;

/// <summary>
/// What holds of single sums for every input of the declared range: absorbed biases, tiny products, settled neurons, cancellation.
/// </summary>
internal sealed class SumFindings(Network network, string range, LayerGroups groups, FindingList findings)
{
    private readonly NumberFormat _format = network.Format;

    /// <summary>Looks at the next layer.</summary>
    public void Follow(LayerRanges ranges)
    {
        Absorbed(ranges);
        Tiny(ranges);
        Settled(ranges);
        Cancelling(ranges);
    }

    private void Absorbed(LayerRanges ranges)
    {
        if (!ranges.Layer.HasBias)
            return;
        var absorbed = Neurons(
            ranges,
            neuron =>
                AbsorbingBias.IsAbsorbed(ranges, neuron, _format)
                && NeuronStates.Of(ranges, neuron) is not (NeuronState.Idle or NeuronState.AtCeiling)
        );
        var place = groups.Biases(ranges.Index);
        if (absorbed.Count == 0 || findings.Repeats(ProblemKinds.AbsorbedBias, place))
            return;
        var first = absorbed[0];
        var problem = Problem.Create(
            ProblemKinds.AbsorbedBias,
            place,
            groups.Name(ranges.Index),
            NumberText.Neurons(absorbed),
            ranges.Layer.Biases[first],
            _format.Name,
            AbsorbingBias.LeastSum(ranges, first, _format)!.Value,
            first,
            range,
            ""
        );
        // A bias that changes nothing anywhere can be left out.
        if (absorbed.Count == ranges.Sums.Length && groups.IsAlone(ranges.Index))
            problem = problem with { Remedies = new([new ProblemRemedy(place, null)]) };
        findings.Add(problem, more: 7);
    }

    private void Tiny(LayerRanges ranges)
    {
        var count = ranges.Sums.Sum(sum => (long)sum.TinyProducts);
        var place = groups.Weights(ranges.Index);
        if (count == 0 || findings.Repeats(ProblemKinds.TinyProducts, place))
            return;
        var edge = ranges.Sums.First(sum => sum.FirstTinyEdge >= 0).FirstTinyEdge;
        var (weight, input) = (ranges.Layer.Weights[edge], ranges.Layer.Edges.Columns[edge]);
        findings.Add(
            ProblemKinds.TinyProducts,
            place,
            8,
            groups.Name(ranges.Index),
            count == 1 ? "one product is" : $"{count} products are",
            _format.Name,
            weight,
            input,
            ranges.Inputs[input].Scale(weight).Magnitude,
            range,
            Dyadic.One.ScaleByPowerOfTwo(_format.LeastNormalExponent).ToDouble(),
            ""
        );
    }

    private void Settled(LayerRanges ranges)
    {
        if (ranges.Layer is { HasActivation: false, HasCeiling: false })
            return;
        var idle = Neurons(ranges, neuron => NeuronStates.Of(ranges, neuron) == NeuronState.Idle);
        var active = Neurons(ranges, neuron => NeuronStates.Of(ranges, neuron) == NeuronState.Active);
        var full = Neurons(ranges, neuron => NeuronStates.Of(ranges, neuron) == NeuronState.AtCeiling);
        var place = groups.Whole(ranges.Index);
        if (idle.Count + active.Count + full.Count == 0 || findings.Repeats(ProblemKinds.SettledNeurons, place))
            return;
        var states = new List<string>();
        if (idle.Count > 0)
            states.Add($"ReLU gives 0 for {NumberText.Neurons(idle)}");
        if (active.Count > 0)
            states.Add($"ReLU changes nothing for {NumberText.Neurons(active)}");
        if (full.Count > 0)
            states.Add($"the ceiling {NumberText.Of(ranges.Layer.Ceiling)} is the output of {NumberText.Neurons(full)}");
        findings.Add(ProblemKinds.SettledNeurons, place, 3, groups.Name(ranges.Index), range, string.Join(", ", states), "");
    }

    private void Cancelling(LayerRanges ranges)
    {
        var cancelling = Neurons(ranges, neuron => CancellingTerms.Cancel(ranges, neuron, _format));
        var place = groups.Weights(ranges.Index);
        if (cancelling.Count == 0 || findings.Repeats(ProblemKinds.Cancellation, place))
            return;
        var sum = ranges.Sums[cancelling[0]];
        findings.Add(
            ProblemKinds.Cancellation,
            place,
            7,
            groups.Name(ranges.Index),
            cancelling[0],
            range,
            sum.LeastMagnitude,
            sum.Exact.Magnitude,
            1 / _format.UnitRoundoff,
            _format.Name,
            ""
        );
    }

    private static List<int> Neurons(LayerRanges ranges, Func<int, bool> isOne)
    {
        var neurons = new List<int>();
        for (var neuron = 0; neuron < ranges.Sums.Length; neuron++)
            if (isOne(neuron))
                neurons.Add(neuron);
        return neurons;
    }
}
