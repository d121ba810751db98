using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra.Elements;
using SparseDnn.Networks;
using SparseDnn.Planning.Model;
using SparseDnn.Primitives;

namespace SparseDnn.Planning.Rewriting;

/// <summary>From a finished draft to the data of a layer.</summary>
internal static class LayerAssembly
{
    /// <summary>The data.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="cancellationToken">Checked for every sum.</param>
    public static LayerData Assemble(LayerDraft draft, CancellationToken cancellationToken)
    {
        var layer = draft.Layer;
        var addsOnly = draft.Scales is not null && draft.Weights is null;
        if (addsOnly && IsCheaperWithMultiplicities(draft.Sums))
        {
            addsOnly = false;
            Collapse(draft);
        }

        var lists = new List<int[]>();
        var listOfSum = Lists(draft, lists, cancellationToken);
        var weights = draft.Weights is { } own
            ? RoundedValues.FromBits(own.SelectMany(values => values).ToArray())
            : RoundedValues.FromBits(draft.Weight, draft.Sums.Sum(sum => sum.Length));
        return new LayerData(
            layer.Elements,
            draft.Inputs,
            IndexLists.From(draft.Partials),
            IndexLists.From(lists),
            new EquatableArray<int>(listOfSum),
            weights,
            Scales(draft),
            new EquatableArray<int>(draft.SumOfOutput),
            Biases(draft),
            layer.HasBias,
            layer.BiasMode,
            layer.HasActivation && !draft.NeedsNoReLU,
            layer.Ceiling
        )
        {
            AddsOnly = addsOnly,
            WeightFormat = WeightFormat(layer, weights),
        };
    }

    // What rewrites made of weights, sums of equal ones for instance, need not be a value of the narrow format that the layer declares.
    private static ElementFormat WeightFormat(Layer layer, RoundedValues weights)
    {
        if (layer.WeightFormat == layer.Elements || weights.IsConstant)
            return layer.Elements;
        var type = NumberTypes.Of(layer.WeightFormat);
        for (var i = 0; i < weights.Count; i++)
            if (type.Fault(weights.Bits(i)) is not null)
                return layer.Elements;
        return layer.WeightFormat;
    }

    private static int[] Lists(LayerDraft draft, List<int[]> lists, CancellationToken cancellationToken)
    {
        var known = new Dictionary<ContentHash, int>();
        var listOfSum = new int[draft.Sums.Count];
        for (var sum = 0; sum < listOfSum.Length; sum++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var key = ContentHash.Start.Add(draft.Sums[sum]);
            if (!known.TryGetValue(key, out var list))
            {
                known[key] = list = lists.Count;
                lists.Add(draft.Sums[sum]);
            }

            listOfSum[sum] = list;
        }

        return listOfSum;
    }

    private static RoundedValues Scales(LayerDraft draft) =>
        draft.Scales is not { } scales || Array.TrueForAll(scales, scale => scale == WeightFactoring.One)
            ? RoundedValues.FromBits([])
            : RoundedValues.FromBits(scales);

    private static RoundedValues Biases(LayerDraft draft)
    {
        var layer = draft.Layer;
        if (!layer.HasBias)
            return RoundedValues.FromBits(0, draft.SumOfOutput.Length);
        return layer.Biases.IsConstant
            ? RoundedValues.FromBits(layer.Biases.ConstantBits, draft.SumOfOutput.Length)
            : RoundedValues.FromBits(draft.NeuronOfOutput.Select(neuron => layer.Biases.Bits(neuron)).ToArray());
    }

    /// <summary>A repeated row costs a load each time, a multiplicity the load of a weight for every term.</summary>
    /// <param name="sums">Sums whose terms are plain rows, equal ones together.</param>
    public static bool IsCheaperWithMultiplicities(List<int[]> sums)
    {
        long terms = 0,
            distinct = 0;
        foreach (var sum in sums)
        {
            terms += sum.Length;
            for (var i = 0; i < sum.Length; i++)
                distinct += i == 0 || sum[i] != sum[i - 1] ? 1 : 0;
        }

        return terms * 4 > distinct * 5;
    }

    private static void Collapse(LayerDraft draft)
    {
        draft.Weights = [];
        for (var sum = 0; sum < draft.Sums.Count; sum++)
        {
            var runs = draft.Sums[sum].GroupBy(row => row).Select(run => (Row: run.Key, Count: (double)run.Count())).ToArray();
            draft.Sums[sum] = runs.Select(run => run.Row).ToArray();
            draft.Weights.Add(runs.Select(run => BitConverter.DoubleToInt64Bits(run.Count)).ToArray());
        }
    }
}
