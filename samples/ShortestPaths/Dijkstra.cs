using System.Collections.Generic;

namespace SparseDnn.Samples.ShortestPaths;

/// <summary>Dijkstra's algorithm, written plainly: the judge.</summary>
public static class Dijkstra
{
    /// <summary>Length of the shortest path from one crossing to each; +∞ where there is none.</summary>
    /// <param name="streets">The town.</param>
    /// <param name="source">Where paths start.</param>
    [return: Of<MinPlus>]
    public static float[] Distances(IReadOnlyList<Streets.Street> streets, int source)
    {
        var neighbours = new List<Streets.Street>[Streets.Crossings];
        for (var i = 0; i < neighbours.Length; i++)
            neighbours[i] = [];
        foreach (var street in streets)
            neighbours[street.From].Add(street);
        var distances = new float[Streets.Crossings];
        System.Array.Fill(distances, float.PositiveInfinity);
        distances[source] = 0;
        var queue = new PriorityQueue<int, float>();
        queue.Enqueue(source, 0);
        while (queue.TryDequeue(out var crossing, out var distance))
        {
            if (distance > distances[crossing])
                continue;
            foreach (var street in neighbours[crossing])
            {
                if (distance + street.Length >= distances[street.To])
                    continue;
                distances[street.To] = distance + street.Length;
                queue.Enqueue(street.To, distances[street.To]);
            }
        }

        return distances;
    }
}
