using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Networks;
using SparseDnn.Numerics;
using SparseDnn.Topologies;

namespace SparseDnn.Planning.Rewriting;

/// <summary>T6, second half: two layers with nothing between them but perhaps a bias become one, whose weights are the products.</summary>
/// <remarks>
/// Exact in exact arithmetic; and, as every rewrite must be, exact wherever the declared sums are certified not to round, and no farther
/// from the exact sums than any
/// order of the declared terms. That holds where the first layer only scales (each of its sums reads one row, and no bias follows: the
/// product's terms are the second
/// layer's own), or where the second only picks (each of its sums is one row or its negative: the product's terms are the first layer's
/// own). It does not hold for others:
/// 2^20·x − 2^20·y cancels to a few bits, 1 + 2^−20 times each does not. Products, sums of products and sums of biases must be numbers of
/// the format. Nothing overflows
/// that did not before, because no term is larger. It is done where it leaves fewer terms and no sum loses the weight that all its terms
/// have in common.
/// </remarks>
internal static class LayerMultiplication
{
    private const string Declined = "not multiplied into the next layer: ";

    /// <summary>
    /// Replaces the last two drafts, where that is exact and has fewer terms, by one that passes its rows on and the product.
    /// </summary>
    /// <param name="drafts">Drafts so far, over plus-times of real numbers in any order.</param>
    /// <param name="format">The network's number format.</param>
    /// <param name="draft">The draft of a layer in the place of the last one, and what it reads.</param>
    public static void Apply(List<LayerDraft> drafts, NumberFormat format, Func<Layer, LayerDraft?, LayerDraft> draft)
    {
        var (first, second) = (drafts[drafts.Count - 2], drafts[drafts.Count - 1]);
        if ((first.Layer.HasActivation && !first.NeedsNoReLU) || first.Layer.HasCeiling || first.Passes)
            return;
        var before = drafts.Count > 2 ? drafts[drafts.Count - 3] : null;
        var scales = !first.Layer.HasBias && first.Sums.All(ReadsOneRow);
        (Layer? product, string? reason) = (null, "sums that do not round might then");
        if (scales)
            (product, reason) = Scaled(first, second, before, format);
        else if (second.Sums.Select((_, sum) => Sign(second, sum)).All(sign => sign != 0))
            (product, reason) = Picked(first, second, format);
        if (product is not null)
        {
            var whole = draft(product, before);
            if (Terms(whole) >= Terms(first) + Terms(second))
                reason = "no fewer terms";
            else if (HasOneWeightASum(scales ? second : first) && !HasOneWeightASum(whole))
                reason = "its sums would lose their common weights";
            else
            {
                whole.Found.Add(
                    $"the layer before multiplied in: {NetworkPrinter.Grouped(Terms(whole))} terms instead of "
                        + $"{NetworkPrinter.Grouped(Terms(first) + Terms(second))}"
                );
                drafts[drafts.Count - 2] = LayerDraft.Passing(first.Layer, first.Inputs, before?.OutputOfNeuron);
                drafts[drafts.Count - 1] = whole;
                return;
            }
        }

        first.Declined.Add(Declined + reason);
    }

    /// <summary>The second layer on the rows that the first one scales.</summary>
    private static (Layer? Product, string? Reason) Scaled(LayerDraft first, LayerDraft second, LayerDraft? before, NumberFormat format)
    {
        var neurons = NeuronOfRow(first, before);
        var totals = Enumerable.Range(0, first.Sums.Count).Select(sum => Total(first, sum)).ToArray();
        var lists = new (int Neuron, long Weight)[second.Sums.Count][];
        for (var sum = 0; sum < lists.Length; sum++)
        {
            var terms = new SortedDictionary<int, Dyadic>();
            for (var term = 0; term < second.Sums[sum].Length; term++)
            {
                var scaling = first.SumOfOutput[second.Sums[sum][term]];
                if (first.Sums[scaling].Length == 0)
                    continue;
                var neuron = neurons[first.Sums[scaling][0]];
                terms.TryGetValue(neuron, out var weight);
                terms[neuron] = weight + (Weight(second, sum, term) * totals[scaling]);
            }

            if (terms.Values.Any(weight => !IsIn(format, weight)))
                return (null, "a product of weights is no number of the format");
            lists[sum] = terms
                .Where(term => !term.Value.IsZero)
                .Select(term => (term.Key, BitConverter.DoubleToInt64Bits(term.Value.ToDouble())))
                .ToArray();
        }

        return Build(first, second, neuron => SumOf(second, neuron) is var sum and >= 0 ? lists[sum] : []);
    }

    /// <summary>The first layer's sums where the second one asks for them.</summary>
    private static (Layer? Product, string? Reason) Picked(LayerDraft first, LayerDraft second, NumberFormat format)
    {
        var biases = new long[second.Layer.Outputs];
        var lists = new (int Neuron, long Weight)[second.Sums.Count][];
        var (one, two) = (first.Layer, second.Layer);
        if (one.HasBias && two.HasBias && (one.BiasMode == BiasMode.NonzeroSums || two.BiasMode == BiasMode.NonzeroSums))
            return (null, "which sums are zero would be another question");
        for (var sum = 0; sum < lists.Length; sum++)
        {
            lists[sum] = [];
            if (second.Sums[sum].Length == 0)
                continue;
            var (neuron, sign) = (first.NeuronOfOutput[second.Sums[sum][0]], Sign(second, sum));
            var start = one.Edges.RowStarts[neuron];
            lists[sum] = one
                .Edges.Row(neuron)
                .ToArray()
                .Select((input, i) => (input, BitConverter.DoubleToInt64Bits(sign * one.Weights[start + i])))
                .ToArray();
        }

        for (var neuron = 0; neuron < biases.Length; neuron++)
        {
            if (SumOf(second, neuron) is not (var sum and >= 0))
                continue;
            var bias = two.HasBias ? Dyadic.FromDouble(two.Biases[neuron]) : Dyadic.Zero;
            if (one.HasBias && second.Sums[sum].Length > 0)
                bias += Dyadic.FromDouble(Sign(second, sum) * one.Biases[first.NeuronOfOutput[second.Sums[sum][0]]]);
            if (!IsIn(format, bias))
                return (null, "a sum of biases is no number of the format");
            biases[neuron] = BitConverter.DoubleToInt64Bits(bias.ToDouble());
        }

        var (product, reason) = Build(first, second, neuron => SumOf(second, neuron) is var sum and >= 0 ? lists[sum] : []);
        if (product is null || !one.HasBias)
            return (product, reason);
        // A layer without an epilogue has no place for a bias.
        if (two.Semirings.Select is null)
            product = product with { Semirings = one.Semirings, Activation = Activation.None };
        return (product with { Biases = RoundedValues.FromBits(biases), BiasMode = two.HasBias ? two.BiasMode : one.BiasMode }, null);
    }

    // As many edges as both layers have may be written; a product of more has more terms too.
    private static (Layer? Product, string? Reason) Build(
        LayerDraft first,
        LayerDraft second,
        Func<int, (int Neuron, long Weight)[]> listOfNeuron
    )
    {
        var (one, two) = (first.Layer, second.Layer);
        var (starts, most) = (new int[two.Outputs + 1], (long)one.Edges.EntryCount + two.Edges.EntryCount);
        var (columns, weights) = (new List<int>(), new List<long>());
        for (var neuron = 0; neuron < two.Outputs; neuron++)
        {
            foreach (var (input, weight) in listOfNeuron(neuron))
            {
                columns.Add(input);
                weights.Add(weight);
            }

            if (columns.Count > most)
                return (null, "no fewer terms");
            starts[neuron + 1] = columns.Count;
        }

        return (
            two with
            {
                Edges = new CsrPattern(two.Outputs, one.Inputs, starts, columns.ToArray()),
                Weights = RoundedValues.FromBits(weights.ToArray()),
            },
            null
        );
    }

    // The sum of a neuron; −1 where it is dead.
    private static int SumOf(LayerDraft draft, int neuron) =>
        draft.OutputOfNeuron[neuron] is var row and >= 0 ? draft.SumOfOutput[row] : LayerDraft.Dead;

    private static int[] NeuronOfRow(LayerDraft draft, LayerDraft? before)
    {
        var neurons = Enumerable.Range(0, draft.Inputs).ToArray();
        if (before is null || draft.Inputs == draft.Layer.Inputs)
            return neurons;
        for (var neuron = before.OutputOfNeuron.Length - 1; neuron >= 0; neuron--)
            if (before.OutputOfNeuron[neuron] >= 0)
                neurons[before.OutputOfNeuron[neuron]] = neuron;
        return neurons;
    }

    private static bool ReadsOneRow(int[] sum) => Array.TrueForAll(sum, row => row == sum[0]);

    // 1 or −1 where a sum is a row or its negative; also for an empty one, which is neither.
    private static int Sign(LayerDraft draft, int sum)
    {
        if (draft.Sums[sum].Length == 0)
            return 1;
        if (draft.Sums[sum].Length > 1 || Math.Abs(Weight(draft, sum, 0).ToDouble()) != 1)
            return 0;
        return Weight(draft, sum, 0).Sign;
    }

    private static Dyadic Total(LayerDraft draft, int sum) =>
        Enumerable.Range(0, draft.Sums[sum].Length).Aggregate(Dyadic.Zero, (total, term) => total + Weight(draft, sum, term));

    private static Dyadic Weight(LayerDraft draft, int sum, int term) =>
        Dyadic.FromDouble(BitConverter.Int64BitsToDouble(draft.Weights is { } weights ? weights[sum][term] : draft.Weight));

    private static bool IsIn(NumberFormat format, Dyadic value) => format.Round(value) is { IsFinite: true } rounded && rounded == value;

    private static bool HasOneWeightASum(LayerDraft draft) =>
        draft.Weights is not { } weights || weights.All(sum => Array.TrueForAll(sum, weight => weight == sum[0]));

    private static long Terms(LayerDraft draft) => draft.Sums.Sum(sum => (long)sum.Length);
}
