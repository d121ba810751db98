using System;
using SparseDnn.Planning.Model;

namespace SparseDnn.Planning.Strategies.Common;

/// <summary>
/// What the ways to compute a layer from tables cost, in cycles of a processor for one tile, that is for 128 bytes of items a row.
/// </summary>
/// <param name="processor">What operations cost.</param>
internal sealed class KernelCosts(ProcessorProfile processor)
{
    private const int BytesPerRow = 128;
    private readonly double _registersPerRow = (double)BytesPerRow / processor.RegisterBytes;
    private readonly double _cyclesPerRow = BytesPerRow / processor.LineBytes / processor.LinesPerCycle;

    /// <summary>The table loop: a term reads its row, a weight where it has one of its own, and an offset.</summary>
    /// <param name="data">The layer.</param>
    public double TableLoop(LayerData data) =>
        data.TermCount
        * (
            Math.Max((_registersPerRow + Own(data) + 1) / processor.LoadsPerCycle, _registersPerRow / processor.FusedPerCycle)
            + (_cyclesPerRow * Misses(data.Rows))
        );

    /// <summary>Panels: a weight and a row number serve two tiles; between panels a sum is stored and read again.</summary>
    /// <param name="data">The layer.</param>
    /// <param name="shape">Its panels.</param>
    public double Panels(LayerData data, PanelShape shape)
    {
        var term = ((2 * _registersPerRow) + 2) / processor.LoadsPerCycle / 2;
        // A row stored, its lines taken from the second cache and given back, the row read.
        var wait = (_registersPerRow / processor.StoresPerCycle) + (2 * _cyclesPerRow) + (_registersPerRow / processor.LoadsPerCycle);
        // A run that is not as long as the one before ends in a branch that was not foreseen.
        return (data.TermCount * term) + ((shape.Count - 1) * (double)data.Sums * (wait + processor.UnforeseenBranch));
    }

    /// <summary>Blocks: a row and an offset serve four sums, whose weights are read one by one.</summary>
    /// <param name="data">The layer.</param>
    /// <param name="blockTerms">Terms of sums in blocks.</param>
    public double Blocks(LayerData data, long blockTerms)
    {
        // Two registers at a time, so that sums and rows fit the 16 registers.
        var loads = 2 * (2 + 1 + SharedLists.Sums) / processor.LoadsPerCycle / SharedLists.Sums;
        var term = Math.Max(loads, _registersPerRow / processor.FusedPerCycle) + (_cyclesPerRow * Misses(data.Rows) / SharedLists.Sums);
        return (blockTerms * term) + (data.TermCount == 0 ? 0 : TableLoop(data) * (data.TermCount - blockTerms) / data.TermCount);
    }

    private static int Own(LayerData data) => data.Weights.IsConstant ? 0 : 1;

    // The part of rows, touched without order, that the first cache does not hold.
    private double Misses(int rows) => Math.Max(0, 1 - (processor.FirstCacheBytes / ((double)rows * BytesPerRow)));
}
