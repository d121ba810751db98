using System;
using System.Collections.Generic;
using System.Linq;

namespace SparseDnn.Planning.Rewriting;

/// <summary>
/// T5: rows that the next layer does not read are not computed; from the last layer to the first, since fewer rows read fewer rows.
/// </summary>
/// <remarks>Keeps bits for every input.</remarks>
internal static class UnreadRows
{
    /// <summary>Removes them.</summary>
    /// <param name="drafts">Drafts of all layers, before partial sums are shared.</param>
    public static void Remove(IReadOnlyList<LayerDraft> drafts)
    {
        // The network's inputs stay, also behind layers that pass them on.
        for (var i = drafts.Count - 1; i > 0 && !drafts.Take(i).All(draft => draft.Passes); i--)
        {
            var reads = new bool[drafts[i].Inputs];
            foreach (var sum in drafts[i].Sums)
            foreach (var row in sum)
                reads[row] = true;
            if (Array.TrueForAll(reads, read => read))
                continue;
            // A layer that reads nothing still has an input row.
            if (!Array.Exists(reads, read => read))
                reads[0] = true;
            var kept = Enumerable.Range(0, reads.Length).Where(row => reads[row]).ToArray();
            var renumbered = new int[reads.Length];
            for (var row = 0; row < kept.Length; row++)
                renumbered[kept[row]] = row;
            foreach (var sum in drafts[i].Sums)
                for (var term = 0; term < sum.Length; term++)
                    sum[term] = renumbered[sum[term]];
            drafts[i].Inputs = kept.Length;
            Keep(drafts[i - 1], kept, reads, renumbered);
        }
    }

    private static void Keep(LayerDraft draft, int[] rows, bool[] isKept, int[] position)
    {
        var sums = rows.Select(row => draft.SumOfOutput[row]).Distinct().OrderBy(sum => sum).ToArray();
        var renumbered = sums.Select((sum, i) => (sum, i)).ToDictionary(pair => pair.sum, pair => pair.i);
        draft.SumOfOutput = rows.Select(row => renumbered[draft.SumOfOutput[row]]).ToArray();
        draft.OutputOfNeuron = Array.ConvertAll(draft.OutputOfNeuron, row => row >= 0 && isKept[row] ? position[row] : LayerDraft.Dead);
        draft.NeuronOfOutput = rows.Select(row => draft.NeuronOfOutput[row]).ToArray();
        draft.Sums = sums.Select(sum => draft.Sums[sum]).ToList();
        if (draft.Weights is { } weights)
            draft.Weights = sums.Select(sum => weights[sum]).ToList();
    }
}
