using System;
using System.Runtime.CompilerServices;

namespace SparseDnn.Execution;

/// <summary>Hands out what a call wants of finished items: outputs, or whether any is other than Zero.</summary>
internal sealed unsafe class ItemResults<T>(NetworkExecutor<T> network, int lanes)
    where T : unmanaged
{
    /// <summary>Finishes an item of which all values are Zero.</summary>
    /// <param name="job">The call.</param>
    /// <param name="item">The item.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FinishZero(BatchJob<T> job, int item)
    {
        if (job.Categories is not null)
        {
            job.Categories[item] = false;
            return;
        }

        var outputs = network.Outputs;
        NonTemporalFill.Fill(
            job.Outputs + ((long)item * outputs),
            outputs,
            network.Zero,
            streams: (long)job.Items * outputs * sizeof(T) > NonTemporalFill.LeastBytes
        );
    }

    /// <summary>Finishes an item of which a layer left its ceiling in every row.</summary>
    /// <param name="job">The call.</param>
    /// <param name="item">The item.</param>
    /// <param name="boundary">Number of layers behind it.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void FinishSaturated(BatchJob<T> job, int item, int boundary)
    {
        ReadOnlySpan<T> outputs = network.Saturation.Outputs(boundary);
        if (job.Categories is null)
            outputs.CopyTo(new Span<T>(job.Outputs + ((long)item * outputs.Length), outputs.Length));
        else
            fixed (T* values = outputs)
                job.Categories[item] = !Liveness.IsZero(values, outputs.Length, network.Zero);
    }

    /// <summary>Hands out what the last layer left.</summary>
    /// <param name="job">The call.</param>
    /// <param name="tile">Its rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Store(BatchJob<T> job, Tile<T> tile)
    {
        var finished = job.Categories is null ? StoreOutputs(job, tile) : StoreCategories(job, tile);
        if (finished > 0)
            job.Finished(finished);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int StoreCategories(BatchJob<T> job, Tile<T> tile)
    {
        if (tile.Count == 0)
            return 0;
        var alive = Liveness.Lanes(tile.Start, network.Layout.Rows[network.Layout.Layers], lanes, network.Zero);
        var finished = 0;
        for (var lane = 0; lane < tile.Count; lane++)
        {
            if (tile.Items[lane] == Tile<T>.Dead)
                continue;
            job.Categories[tile.Items[lane]] = (alive & (1u << lane)) != 0;
            finished++;
        }

        return finished;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int StoreOutputs(BatchJob<T> job, Tile<T> tile)
    {
        var rows = network.Layout.RowOfOutput.AsSpan();
        var finished = 0;
        for (var lane = 0; lane < tile.Count; lane++)
        {
            if (BlockAt(tile, lane) is > 0 and var block)
            {
                Transposer.Store(tile.Start + lane, lanes, tile.Items.AsSpan(lane, block), job.Outputs, network.Outputs, rows);
                finished += block;
                lane += block - 1;
                continue;
            }

            var item = tile.Items[lane];
            if (item == Tile<T>.Dead)
                continue;
            Transposer.Store(tile.Start, lanes, lane, job.Outputs + ((long)item * network.Outputs), network.Outputs, rows);
            finished++;
        }

        return finished;
    }

    /// <summary>How many lanes from one on are stored at once: those of a block that are all wanted, or none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int BlockAt(Tile<T> tile, int lane)
    {
        var block = Transposer.LanesAtOnce<T>();
        if (block == 0 || lanes == 1 || lane + block > tile.Count)
            return 0;
        foreach (var item in tile.Items.AsSpan(lane, block))
            if (item == Tile<T>.Dead)
                return 0;
        return block;
    }
}
