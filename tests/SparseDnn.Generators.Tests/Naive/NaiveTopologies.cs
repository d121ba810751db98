using System;
using System.Collections.Generic;
using System.Linq;

namespace SparseDnn.Generators.Tests.Naive;

/// <summary>Edges by definition: for every pair of neurons, is there an edge?</summary>
internal static class NaiveTopologies
{
    public static IEnumerable<(int Input, int Output)> Banded(int inputs, int outputs, int lower, int upper) =>
        from output in Enumerable.Range(0, outputs)
        from input in Enumerable.Range(0, inputs)
        where input >= output - lower && input <= output + upper
        select (input, output);

    /// <summary>The layers of one net: r − c ≡ j·ν (mod N'), blocks fully joined.</summary>
    public static IEnumerable<(int Inputs, int Outputs, IReadOnlyList<(int Input, int Output)> Edges)> RadixNet(int[] radices, int[] blocks)
    {
        var size = radices.Aggregate(1, (a, b) => a * b);
        var place = 1;
        for (var i = 0; i < radices.Length; i++)
        {
            var steps = Enumerable.Range(0, radices[i]).Select(j => j * place % size).ToHashSet();
            var (inputs, outputs) = (size * blocks[i], size * blocks[i + 1]);
            var edges =
                from input in Enumerable.Range(0, inputs)
                from output in Enumerable.Range(0, outputs)
                where steps.Contains((((input % size) - (output % size)) + size) % size)
                select (input, output);
            yield return (inputs, outputs, edges.ToArray());
            place *= radices[i];
        }
    }

    /// <summary>Blocks whose numbers to a base have the same digits, but for one, are fully joined.</summary>
    public static IEnumerable<(int Input, int Output)> Butterfly(int neurons, int radix, int blockSize, int stage)
    {
        var place = (int)Math.Pow(radix, stage);
        return from output in Enumerable.Range(0, neurons)
            from input in Enumerable.Range(0, neurons)
            let blocks = (Input: input / blockSize, Output: output / blockSize)
            where blocks.Input % place == blocks.Output % place && blocks.Input / place / radix == blocks.Output / place / radix
            select (input, output);
    }

    /// <summary>Input i takes the edges that input π(i) has.</summary>
    public static IReadOnlyList<(int Input, int Output)> Permute(IReadOnlyList<(int Input, int Output)> edges, int[] permutation) =>
        [.. edges.Select(edge => (Array.IndexOf(permutation, edge.Input), edge.Output))];

    /// <summary>Floyd's sampling for every output, then weights in stored order.</summary>
    public static IEnumerable<NaiveEdge> Random(int inputs, int outputs, int degree, long seed, int repeat, double min, double max)
    {
        var random = new NaiveRandom(seed, repeat);
        var edges = new List<(int Input, int Output)>();
        for (var output = 0; output < outputs; output++)
        {
            var taken = new SortedSet<int>();
            for (var j = inputs - degree; j < inputs; j++)
            {
                var t = random.Below(j + 1);
                taken.Add(taken.Contains(t) ? j : t);
            }

            edges.AddRange(taken.Select(input => (input, output)));
        }

        return edges.Select(edge => new NaiveEdge(edge.Input, edge.Output, min + ((max - min) * random.Unit()))).ToArray();
    }
}
