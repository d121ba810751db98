using System;

namespace SparseDnn.Planning;

/// <summary>
/// What the ways to compute a layer from tables cost, in cycles of a reference machine for one tile, that is for 128 bytes of items a row.
/// </summary>
/// <remarks>
/// The reference machine has registers of 32 bytes, two loads, two multiply-adds and one store a cycle, 32 KB of first-level cache, and
/// takes a cycle for a line of 64 bytes from the second.
/// The plan must not depend on the machine that makes it, and ratios are what a choice needs. Checked against measurement by
/// <c>tests/SparseDnn.Benchmarks -- --quick --workload Strategies</c>.
/// </remarks>
public static class KernelCosts
{
    private const int BytesPerRow = 128;
    private const int FirstCache = 32 * 1024;
    private const double RegistersPerRow = 4;
    private const double LinesPerRow = 2;
    private const double LoadsPerCycle = 2;
    private const double FusedPerCycle = 2;

    /// <summary>Sums of one list that a block computes at once.</summary>
    public const int BlockSums = 4;

    /// <summary>The table loop: a term reads its row, a weight where it has one of its own, and an offset.</summary>
    /// <param name="data">The layer.</param>
    public static double TableLoop(LayerData data) =>
        data.TermCount
        * (
            Math.Max((RegistersPerRow + Own(data) + 1) / LoadsPerCycle, RegistersPerRow / FusedPerCycle) + (LinesPerRow * Misses(data.Rows))
        );

    /// <summary>Panels: a weight and a row number serve two tiles; between panels a sum is stored and read again.</summary>
    /// <param name="data">The layer.</param>
    /// <param name="shape">Its panels.</param>
    public static double Panels(LayerData data, PanelShape shape)
    {
        var term = ((2 * RegistersPerRow) + 2) / LoadsPerCycle / 2;
        // A row stored, its lines taken from the second cache and given back, the row read.
        var wait = RegistersPerRow + (2 * LinesPerRow) + (RegistersPerRow / LoadsPerCycle);
        // A run that is not as long as the one before ends in a branch that was not foreseen; half of it falls to a tile.
        const double Surprise = 2;
        return (data.TermCount * term) + ((shape.Count - 1) * (double)data.Sums * (wait + Surprise));
    }

    /// <summary>Blocks: a row and an offset serve four sums, whose weights are read one by one.</summary>
    /// <param name="data">The layer.</param>
    /// <param name="blockTerms">Terms of sums in blocks.</param>
    public static double Blocks(LayerData data, long blockTerms)
    {
        // Two registers at a time, so that sums and rows fit the 16 registers.
        var loads = 2 * (2 + 1 + BlockSums) / LoadsPerCycle / BlockSums;
        var term = Math.Max(loads, RegistersPerRow / FusedPerCycle) + (LinesPerRow * Misses(data.Rows) / BlockSums);
        return (blockTerms * term) + (data.TermCount == 0 ? 0 : TableLoop(data) * (data.TermCount - blockTerms) / data.TermCount);
    }

    private static int Own(LayerData data) => data.Weights.IsConstant ? 0 : 1;

    // The part of rows, touched without order, that the first cache does not hold.
    private static double Misses(int rows) => Math.Max(0, 1 - (FirstCache / ((double)rows * BytesPerRow)));
}
