using System;
using System.Linq;
using SparseDnn.Networks;
using SparseDnn.Planning.Model;

namespace SparseDnn.Layouts;

/// <summary>Offsets and weights of a layer in the order in which a kernel visits them, so that it reads them as one stream.</summary>
/// <typeparam name="T">Element type.</typeparam>
internal sealed class RunTable<T>
    where T : unmanaged
{
    private readonly int _bytesPerRow;

    /// <summary>Lays a layer out.</summary>
    /// <param name="data">The layer, of which nothing is kept.</param>
    /// <param name="bytesPerRow">Distance of rows.</param>
    /// <param name="inBlocks">Whether sums of one list are computed four at a time.</param>
    public RunTable(LayerData data, int bytesPerRow, bool inBlocks)
    {
        _bytesPerRow = bytesPerRow;
        var (blocks, sums) = SumRuns.Whole(data, inBlocks);
        Partials = SumRuns.Partials(data);
        var terms = Partials.Append(blocks).Append(sums).Sum(runs => runs.Sum(run => run.Count));
        // One more than terms, because a kernel reads the first index and weight of a run before it looks at its length.
        Offsets = new int[terms + 1];
        BytesPerWeight = StoredWeights.Bytes<T>(data.WeightFormat);
        Weights = new byte[checked((data.Weights.IsConstant ? 1 : data.Weights.Count + 1) * BytesPerWeight)];
        if (data.Weights is { IsConstant: true, Count: > 0 })
            StoredWeights.Write<T>(Weights, data.WeightFormat, data.Weights.ConstantBits);
        int offset = 0,
            weight = 0;
        foreach (var runs in Partials)
            Place(runs, data.Partials.Items, null);
        var own = data.Weights.IsConstant ? null : data.Weights;
        Place(blocks, data.Lists.Items, own);
        Place(sums, data.Lists.Items, own);
        (Blocks, Sums) = (blocks, sums);

        void Place(SumRun[] runs, ReadOnlySpan<int> rows, RoundedValues? values)
        {
            for (var i = 0; i < runs.Length; i++)
            {
                var run = runs[i];
                runs[i] = run with { List = offset, Weight = values is null ? 0 : weight };
                for (var term = 0; term < run.Count; term++)
                {
                    Offsets[offset++] = checked(rows[run.List + term] * bytesPerRow);
                    if (values is not null)
                        StoredWeights.Write<T>(
                            Weights.AsSpan(weight++ * BytesPerWeight),
                            data.WeightFormat,
                            values.Bits(run.Weight + term)
                        );
                }
            }
        }
    }

    private RunTable(RunTable<T> runs, int bytesPerRow)
    {
        _bytesPerRow = bytesPerRow;
        (Partials, Blocks, Sums, Weights, BytesPerWeight) = (runs.Partials, runs.Blocks, runs.Sums, runs.Weights, runs.BytesPerWeight);
        Offsets = Array.ConvertAll(runs.Offsets, offset => checked(offset / runs._bytesPerRow * bytesPerRow));
    }

    /// <summary>Sums that become rows behind the inputs: runs that may be computed side by side, in order.</summary>
    public SumRun[][] Partials { get; }

    /// <summary>Sums in fours that add the same rows.</summary>
    public SumRun[] Blocks { get; }

    /// <summary>The other sums, those of equal length together.</summary>
    public SumRun[] Sums { get; }

    /// <summary>Byte offsets of the rows, run by run.</summary>
    public int[] Offsets { get; }

    /// <summary>One weight where it is constant, else one a term, run by run, as the layer stores them.</summary>
    public byte[] Weights { get; }

    /// <summary>Bytes of a weight.</summary>
    public int BytesPerWeight { get; }

    /// <summary>The same runs over rows at another distance; they share all but the offsets.</summary>
    /// <param name="bytesPerRow">Distance of rows.</param>
    public RunTable<T> At(int bytesPerRow) => bytesPerRow == _bytesPerRow ? this : new(this, bytesPerRow);

    /// <summary>The row of a term.</summary>
    /// <param name="run">Its sum.</param>
    /// <param name="term">Which of its terms.</param>
    public int Row(in SumRun run, int term) => Offsets[run.List + term] / _bytesPerRow;

    /// <summary>The weight of a term, as the layer stores it.</summary>
    /// <param name="run">Its sum.</param>
    /// <param name="term">Which of its terms.</param>
    public ReadOnlySpan<byte> WeightOf(in SumRun run, int term) => Weights.AsSpan((run.Weight + term) * BytesPerWeight, BytesPerWeight);

    /// <summary>All sums but the shared ones, by number.</summary>
    public SumRun[] InOrder() => [.. Blocks.Concat(Sums).OrderBy(run => run.Sum)];
}
