using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Numerics;
using static System.FormattableString;

namespace SparseDnn.Topologies;

/// <summary>RadiX-Net: mixed-radix sparse layers in which every input reaches every output by equally many paths.</summary>
/// <remarks>
/// Radices (N₁ … N_k), N' = ∏N_i, place values ν_i = N₁·…·N_{i−1}. Layer i has the edge r → c exactly when
/// r − c ≡ j·ν_i (mod N') for some 0 ≤ j &lt; N_i. The extended net takes the Kronecker product with an all-ones
/// D_{i−1} × D_i block: neuron (d, n) has the index N'·d + n.
/// Source: Robinett, Kepner, "RadiX-Net", arXiv 1905.00416; mathematics page, E3 (path counting).
/// </remarks>
internal static class RadixNet
{
    /// <summary>Largest number of neurons in a layer.</summary>
    public const int MaxNeurons = 1 << 24;

    /// <summary>Checks the parameters.</summary>
    /// <param name="radices">N₁ … N_k, each at least 2.</param>
    /// <param name="blocks">D₀ … D_k, each at least 1.</param>
    /// <returns>What is wrong and how to mend it; null where nothing is.</returns>
    public static string? Check(IReadOnlyList<int> radices, IReadOnlyList<int> blocks)
    {
        if (radices.Count == 0)
            return "Radices is empty; give at least one radix of 2 or more";
        foreach (var radix in radices)
            if (radix < 2)
                return Invariant($"Radix {radix} is below 2; every radix is at least 2");
        if (blocks.Count != radices.Count + 1)
            return Invariant(
                    $"{radices.Count} radices need {radices.Count + 1} block counts (D0 to D{radices.Count}) but {blocks.Count} are given; "
                ) + "give that many or one number for all";
        foreach (var block in blocks)
            if (block < 1)
                return Invariant($"Block count {block} is below 1; every block count is at least 1");
        long neurons = 1;
        foreach (var radix in radices)
            if ((neurons *= radix) > MaxNeurons)
                return Invariant(
                    $"The product of the radices {string.Join("·", radices)} exceeds {MaxNeurons} neurons; use fewer or smaller radices"
                );
        if (blocks.Max() * neurons > MaxNeurons)
            return Invariant($"{blocks.Max()} blocks of {neurons} neurons exceed {MaxNeurons} neurons a layer; use fewer blocks");
        for (var layer = 0; layer < radices.Count; layer++)
            if (neurons * radices[layer] * blocks[layer] * blocks[layer + 1] > int.MaxValue)
                return Invariant($"Layer {layer + 1} would have more than {int.MaxValue} edges; use fewer blocks");
        return null;
    }

    /// <summary>The layers of one net.</summary>
    /// <param name="radices">N₁ … N_k.</param>
    /// <param name="blocks">D₀ … D_k.</param>
    /// <param name="cancellationToken">Checked for every layer.</param>
    /// <returns>k patterns, one row per output neuron.</returns>
    /// <exception cref="ArgumentException">The parameters do not fit; see <see cref="Check"/>.</exception>
    public static CsrPattern[] Layers(IReadOnlyList<int> radices, IReadOnlyList<int> blocks, CancellationToken cancellationToken = default)
    {
        if (Check(radices, blocks) is { } fault)
            throw new ArgumentException(fault);
        var size = radices.Aggregate(1, (product, radix) => product * radix);
        var layers = new CsrPattern[radices.Count];
        var placeValue = 1;
        for (var i = 0; i < radices.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            layers[i] = Layer(size, radices[i], placeValue, blocks[i], blocks[i + 1]);
            placeValue *= radices[i];
        }

        return layers;
    }

    /// <summary>The layers of several nets one after another; later ones see their inputs permuted.</summary>
    /// <param name="radices">N₁ … N_k.</param>
    /// <param name="blocks">D₀ … D_k; D₀ = D_k where <paramref name="repeat"/> is above 1.</param>
    /// <param name="repeat">Number of nets, at least 1.</param>
    /// <param name="permuteSeed">
    /// Null for plain repetition. Otherwise net t = 1, 2, … draws one permutation π of the radix system's N'·max(D) neurons
    /// per distinct layer width (from <see cref="SplitMix64.ForStream"/>(seed, t)), and in each of its layers input i takes the edges that
    /// input π(i)
    /// of the plain net has; the official GraphChallenge files have this structure from layer 7 on.
    /// </param>
    /// <param name="cancellationToken">Checked for every layer.</param>
    public static CsrPattern[] Layers(
        IReadOnlyList<int> radices,
        IReadOnlyList<int> blocks,
        int repeat,
        long? permuteSeed,
        CancellationToken cancellationToken = default
    )
    {
        var net = Layers(radices, blocks, cancellationToken);
        var layers = new List<CsrPattern>(net.Length * repeat);
        layers.AddRange(net);
        for (var t = 1; t < repeat; t++)
        {
            var permutations = new Dictionary<int, int[]>();
            foreach (var layer in net)
            {
                cancellationToken.ThrowIfCancellationRequested();
                layers.Add(permuteSeed is { } seed ? PermuteInputs(layer, Permutation(layer.ColumnCount, seed, t, permutations)) : layer);
            }
        }

        return layers.ToArray();
    }

    /// <summary>Gives input i the edges of input π(i).</summary>
    /// <param name="pattern">One row per output, one column per input.</param>
    /// <param name="permutation">π, a permutation of the columns.</param>
    public static CsrPattern PermuteInputs(CsrPattern pattern, IReadOnlyList<int> permutation)
    {
        var inverse = new int[pattern.ColumnCount];
        for (var i = 0; i < inverse.Length; i++)
            inverse[permutation[i]] = i;
        var builder = new CsrBuilder(pattern.RowCount, pattern.ColumnCount, pattern.EntryCount);
        for (var row = 0; row < pattern.RowCount; row++)
        {
            var columns = pattern.Row(row).ToArray();
            for (var i = 0; i < columns.Length; i++)
                columns[i] = inverse[columns[i]];
            builder.AddRow(columns);
        }

        return builder.Build();
    }

    private static int[] Permutation(int count, long seed, int repeat, Dictionary<int, int[]> known)
    {
        if (known.TryGetValue(count, out var permutation))
            return permutation;
        var random = SplitMix64.ForStream(seed, repeat);
        return known[count] = random.NextPermutation(count);
    }

    private static CsrPattern Layer(int size, int radix, int placeValue, int inputBlocks, int outputBlocks)
    {
        var outputs = size * outputBlocks;
        var builder = new CsrBuilder(outputs, size * inputBlocks, outputs * radix * inputBlocks);
        for (var output = 0; output < outputs; output++)
        {
            var columns = new int[radix * inputBlocks];
            for (var j = 0; j < radix; j++)
            {
                var input = (int)(((output % size) + ((long)j * placeValue)) % size);
                for (var block = 0; block < inputBlocks; block++)
                    columns[(j * inputBlocks) + block] = (size * block) + input;
            }

            builder.AddRow(columns);
        }

        return builder.Build();
    }
}
