using System;
using System.Collections.Generic;
using System.Threading;

namespace SparseDnn.Topologies;

/// <summary>Block butterflies: layers that join the blocks whose numbers agree in all digits but one.</summary>
/// <remarks>
/// N = b·rᵏ neurons in rᵏ blocks of b, blocks numbered in base r. Stage s = 0 … k − 1 joins every neuron of block i to every neuron of
/// the r blocks that agree with i in all digits but digit s, of place value rˢ; i is one of them. As a matrix, with J for all ones and I
/// for the identity: I(r^(k−1−s)) ⊗ J(r) ⊗ I(rˢ) ⊗ J(b), which is symmetric.
/// Of a sequence of L stages in which digit s is used m(s) times, b^(L−1)·∏ r^(m(s)−1), over the digits that are used, is the number of
/// paths between an input and an output whose blocks agree in the other digits; between others there is none. All stages once: b^(k−1)
/// paths between every input and every output.
/// Source: Chen et al., "Pixelated butterfly", ICLR 2022, arXiv 2112.00029; Dao et al., "Monarch", ICML 2022, arXiv 2204.00595, whose
/// two factors are the two stages of r² blocks.
/// </remarks>
internal static class Butterfly
{
    /// <summary>The number k of stages, log to the base r of the number of blocks.</summary>
    /// <param name="neurons">N, at least 1.</param>
    /// <param name="radix">r, at least 2.</param>
    /// <param name="blockSize">b, at least 1.</param>
    /// <returns>k, at least 1; null where N is no b·rᵏ.</returns>
    public static int? CountStages(int neurons, int radix, int blockSize)
    {
        if (neurons % blockSize != 0)
            return null;
        var stages = 0;
        var blocks = neurons / blockSize;
        for (; blocks % radix == 0; blocks /= radix)
            stages++;
        return blocks == 1 && stages > 0 ? stages : null;
    }

    /// <summary>The block sizes with which N neurons have stages, the smallest first; none where r does not divide N.</summary>
    /// <param name="neurons">N, at least 1.</param>
    /// <param name="radix">r, at least 2.</param>
    public static IReadOnlyList<int> BlockSizes(int neurons, int radix)
    {
        var sizes = new List<int>();
        for (var size = neurons; size % radix == 0; )
            sizes.Insert(0, size /= radix);
        return sizes;
    }

    /// <summary>The least radix of which a number of blocks is a power: the number itself where it is no power.</summary>
    /// <param name="blocks">At least 2.</param>
    public static int LeastRadix(int blocks)
    {
        for (var radix = 2; (long)radix * radix <= blocks; radix++)
            if (CountStages(blocks, radix, 1) is not null)
                return radix;
        return blocks;
    }

    /// <summary>The number of edges of a stage, without making them.</summary>
    /// <param name="neurons">N.</param>
    /// <param name="radix">r.</param>
    /// <param name="blockSize">b.</param>
    public static long CountEdges(int neurons, int radix, int blockSize) => (long)neurons * radix * blockSize;

    /// <summary>The pattern of a stage.</summary>
    /// <param name="neurons">N = b·rᵏ.</param>
    /// <param name="radix">r, at least 2.</param>
    /// <param name="blockSize">b, at least 1.</param>
    /// <param name="stage">s, 0 to k − 1.</param>
    /// <param name="cancellationToken">Checked for every neuron.</param>
    /// <exception cref="ArgumentException">N is no b·rᵏ, or there is no such stage.</exception>
    public static CsrPattern Layer(int neurons, int radix, int blockSize, int stage, CancellationToken cancellationToken = default)
    {
        if (CountStages(neurons, radix, blockSize) is not { } stages || stage < 0 || stage >= stages)
            throw new ArgumentException($"{neurons} neurons in blocks of {blockSize} have no stage {stage} of radix {radix}.");
        var placeValue = 1;
        for (var digit = 0; digit < stage; digit++)
            placeValue *= radix;
        var builder = new CsrBuilder(neurons, neurons, checked((int)CountEdges(neurons, radix, blockSize)));
        for (var output = 0; output < neurons; output++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var block = output / blockSize;
            var first = block - (block / placeValue % radix * placeValue);
            var columns = new int[radix * blockSize];
            for (var i = 0; i < columns.Length; i++)
                columns[i] = ((first + (i / blockSize * placeValue)) * blockSize) + (i % blockSize);
            builder.AddRow(columns);
        }

        return builder.Build();
    }
}
