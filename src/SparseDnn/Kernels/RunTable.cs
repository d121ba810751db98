using System;
using System.Collections.Generic;
using SparseDnn.Elements;
using SparseDnn.Networks;
using SparseDnn.Planning;

namespace SparseDnn.Kernels;

/// <summary>Offsets and weights of a layer in the order in which a kernel visits them, so that it reads them as one stream.</summary>
/// <typeparam name="T">Element type.</typeparam>
internal sealed class RunTable<T>
    where T : unmanaged
{
    /// <summary>Lays a layer out.</summary>
    /// <param name="data">The layer.</param>
    /// <param name="bytesPerRow">Distance of rows.</param>
    /// <param name="inBlocks">Whether sums of one list are computed four at a time.</param>
    public RunTable(LayerData data, int bytesPerRow, bool inBlocks)
    {
        var offsets = new List<int>(data.Lists.ItemCount + data.Partials.ItemCount);
        // One more than terms, because a kernel reads the first weight of a run before it looks at its length.
        var bytes = StoredWeights.Bytes<T>(data.WeightFormat);
        Weights = new byte[checked((data.Weights.IsConstant ? 1 : data.Weights.Count + 1) * bytes)];
        var weights = 0;
        if (data.Weights is { IsConstant: true, Count: > 0 })
            Add(data.Weights.ConstantBits);
        Partials = Place(SumRuns.Partials(data), data.Partials.Items, default);
        var (blocks, sums) = SumRuns.Whole(data, inBlocks);
        Blocks = Place([blocks], data.Lists.Items, data.Weights)[0];
        Sums = Place([sums], data.Lists.Items, data.Weights)[0];
        offsets.Add(0);
        Offsets = offsets.ToArray();

        void Add(long bits) => StoredWeights.Write<T>(Weights.AsSpan(weights++ * bytes), data.WeightFormat, bits);

        SumRun[][] Place(SumRun[][] all, ReadOnlySpan<int> rows, RoundedValues? values)
        {
            foreach (var runs in all)
            {
                for (var i = 0; i < runs.Length; i++)
                {
                    var run = runs[i];
                    runs[i] = run with { List = offsets.Count, Weight = values is { IsConstant: false } ? weights : 0 };
                    for (var term = 0; term < run.Count; term++)
                    {
                        offsets.Add(checked(rows[run.List + term] * bytesPerRow));
                        if (values is { IsConstant: false })
                            Add(values.Bits(run.Weight + term));
                    }
                }
            }

            return all;
        }
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
}
