using System;
using System.Collections.Generic;
using System.Threading;
using SparseDnn.Networks;
using SparseDnn.Primitives;

namespace SparseDnn.Planning.Rewriting;

/// <summary>
/// T1: neurons of equal weighted inputs share one sum, those of equal bias too are one row; T2: their edges in the next layer lead from
/// that row.
/// </summary>
/// <remarks>
/// T1 keeps bits for every input: it leaves out repetitions of the same operations. T2 sorts a sum's terms by row, which
/// changes the order of adding; under <see cref="Summation.Strict"/>, and over semirings other than plus-times, the declared order stays.
/// Where ⊕ is idempotent and indifferent to order, repeated terms are dropped, which keeps bits.
/// </remarks>
internal static class NeuronMerging
{
    /// <summary>The draft of a layer.</summary>
    /// <param name="network">The network.</param>
    /// <param name="layer">A layer of it.</param>
    /// <param name="rowOfInput">For each input neuron its row; null for one row each.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="rewrites">What is allowed.</param>
    /// <param name="isDead">Which neurons are always 0, so that they get no row; null for none.</param>
    /// <param name="cancellationToken">Checked for every neuron.</param>
    public static LayerDraft Draft(
        Network network,
        Layer layer,
        int[]? rowOfInput,
        int rows,
        Rewrites rewrites,
        Func<int, bool>? isDead,
        CancellationToken cancellationToken
    )
    {
        var draft = new LayerDraft(layer, rows)
        {
            Weights = layer.Weights.IsConstant ? null : [],
            Weight = layer.Weights.IsConstant && layer.Weights.Count > 0 ? layer.Weights.ConstantBits : 0,
        };
        var merge = rewrites.HasFlag(Rewrites.MergeNeurons);
        var multiply = rewrites.HasFlag(Rewrites.Multiplicities);
        var sort = multiply && rowOfInput is not null && network.MayReorder;
        var drop = multiply && rowOfInput is not null && Idempotence.Holds(layer);
        var sumOfNeuron = Sums(draft, rowOfInput, merge, sort, drop, cancellationToken);
        Rows(draft, sumOfNeuron, merge, isDead);
        return draft;
    }

    private static int[] Sums(LayerDraft draft, int[]? rowOfInput, bool merge, bool sort, bool drop, CancellationToken cancellationToken)
    {
        var layer = draft.Layer;
        var sumOfNeuron = new int[layer.Outputs];
        var declared = new Dictionary<ContentHash, int>();
        var mapped = new Dictionary<ContentHash, int>();
        for (var neuron = 0; neuron < sumOfNeuron.Length; neuron++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var inputs = layer.Edges.Row(neuron);
            var weights = draft.Weights is null ? null : WeightsOf(layer, neuron);
            var key = Hash(inputs, weights);
            if (merge && declared.TryGetValue(key, out var sum))
            {
                sumOfNeuron[neuron] = sum;
                continue;
            }

            var sources = inputs.ToArray();
            if (rowOfInput is not null)
            {
                for (var i = 0; i < sources.Length; i++)
                    sources[i] = rowOfInput[sources[i]];
                RemoveDead(ref sources, ref weights);
                if (sort)
                    Sort(sources, weights);
                if (drop)
                    RemoveRepetitions(ref sources, ref weights);
            }

            var rowKey = rowOfInput is null ? key : Hash(sources, weights);
            if (!merge || !mapped.TryGetValue(rowKey, out sum))
            {
                sum = draft.Sums.Count;
                draft.Sums.Add(sources);
                draft.Weights?.Add(weights!);
                mapped[rowKey] = sum;
            }

            declared[key] = sumOfNeuron[neuron] = sum;
        }

        return sumOfNeuron;
    }

    private static void Rows(LayerDraft draft, int[] sumOfNeuron, bool merge, Func<int, bool>? isDead)
    {
        var layer = draft.Layer;
        var known = new Dictionary<(int Sum, long Bias), int>();
        var (sums, neurons, rows) = (new List<int>(), new List<int>(), new int[layer.Outputs]);
        for (var neuron = 0; neuron < rows.Length; neuron++)
        {
            if (isDead?.Invoke(neuron) == true)
            {
                rows[neuron] = LayerDraft.Dead;
                continue;
            }

            var key = (sumOfNeuron[neuron], layer.HasBias ? layer.Biases.Bits(neuron) : 0);
            if (!merge || !known.TryGetValue(key, out var row))
            {
                known[key] = row = sums.Count;
                sums.Add(key.Item1);
                neurons.Add(neuron);
            }

            rows[neuron] = row;
        }

        (draft.SumOfOutput, draft.NeuronOfOutput, draft.OutputOfNeuron) = (sums.ToArray(), neurons.ToArray(), rows);
    }

    private static long[] WeightsOf(Layer layer, int neuron)
    {
        var first = layer.Edges.RowStarts[neuron];
        var weights = new long[layer.Edges.RowStarts[neuron + 1] - first];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = layer.Weights.Bits(first + i);
        return weights;
    }

    // By row, then by the bits of the weight, so that equal sums become equal lists.
    private static void Sort(int[] sources, long[]? weights)
    {
        if (weights is null)
        {
            Array.Sort(sources);
            return;
        }

        var terms = new (int Source, long Weight)[sources.Length];
        for (var i = 0; i < terms.Length; i++)
            terms[i] = (sources[i], weights[i]);
        Array.Sort(terms);
        for (var i = 0; i < terms.Length; i++)
            (sources[i], weights[i]) = terms[i];
    }

    // 0·w adds nothing.
    private static void RemoveDead(ref int[] sources, ref long[]? weights)
    {
        var kept = 0;
        for (var i = 0; i < sources.Length; i++)
        {
            if (sources[i] == LayerDraft.Dead)
                continue;
            sources[kept] = sources[i];
            if (weights is not null)
                weights[kept] = weights[i];
            kept++;
        }

        if (kept == sources.Length)
            return;
        Array.Resize(ref sources, kept);
        if (weights is not null)
            Array.Resize(ref weights, kept);
    }

    private static void RemoveRepetitions(ref int[] sources, ref long[]? weights)
    {
        var known = new HashSet<(int, long)>();
        var kept = 0;
        for (var i = 0; i < sources.Length; i++)
        {
            if (!known.Add((sources[i], weights is null ? 0 : weights[i])))
                continue;
            sources[kept] = sources[i];
            if (weights is not null)
                weights[kept] = weights[i];
            kept++;
        }

        if (kept == sources.Length)
            return;
        Array.Resize(ref sources, kept);
        if (weights is not null)
            Array.Resize(ref weights, kept);
    }

    // 128 bits tell sums apart as surely as they tell networks apart everywhere else in the pipeline.
    private static ContentHash Hash(ReadOnlySpan<int> sources, long[]? weights)
    {
        var hash = ContentHash.Start.Add(sources);
        if (weights is not null)
            foreach (var weight in weights)
                hash = hash.Add(unchecked((ulong)weight));
        return hash;
    }
}
