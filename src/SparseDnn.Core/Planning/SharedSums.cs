using System;
using System.Collections.Generic;
using System.Threading;
using SparseDnn.Networks;
using SparseDnn.Primitives;
using SparseDnn.Topologies;

namespace SparseDnn.Planning;

/// <summary>Finds neurons of equal weighted inputs: their sums are the same bits, so one is computed for all of them.</summary>
/// <remarks>The first half of rewrite T1; keeps bits for every input, because it leaves out only repetitions of the same additions.</remarks>
public static class SharedSums
{
    /// <summary>The distinct sums in order of first appearance.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="listOfNeuron">For each neuron its index list, from <see cref="SharedLists"/>.</param>
    /// <param name="sumOfNeuron">For each neuron its sum.</param>
    /// <param name="cancellationToken">Checked for every 256 neurons.</param>
    /// <returns>For each sum its index list.</returns>
    public static int[] Find(Layer layer, int[] listOfNeuron, out int[] sumOfNeuron, CancellationToken cancellationToken = default)
    {
        sumOfNeuron = new int[layer.Outputs];
        var known = new Dictionary<(int List, ContentHash Weights), int>();
        var listOfSum = new List<int>();
        for (var neuron = 0; neuron < sumOfNeuron.Length; neuron++)
        {
            if (neuron % 256 == 0) cancellationToken.ThrowIfCancellationRequested();
            var key = (listOfNeuron[neuron], layer.Weights.IsConstant ? default : Hash(layer, neuron));
            if (!known.TryGetValue(key, out var sum))
            {
                known[key] = sum = listOfSum.Count;
                listOfSum.Add(listOfNeuron[neuron]);
            }

            sumOfNeuron[neuron] = sum;
        }

        return listOfSum.ToArray();
    }

    // 128 bits tell weights apart as surely as they tell networks apart everywhere else in the pipeline.
    private static ContentHash Hash(Layer layer, int neuron)
    {
        var hash = ContentHash.Start;
        for (var edge = layer.Edges.RowStarts[neuron]; edge < layer.Edges.RowStarts[neuron + 1]; edge++) hash = hash.Add(unchecked((ulong)layer.Weights.Bits(edge)));
        return hash;
    }
}
