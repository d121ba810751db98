using System;
using System.Runtime.CompilerServices;
using SparseDnn.Kernels.Bits;
using SparseDnn.Layouts;
using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies.Bits;

namespace SparseDnn.Execution;

/// <summary>Takes a call's items into tiles, by way of the first layer where items are bits that it counts.</summary>
internal sealed unsafe class TileLoader<T>(NetworkExecutor<T> network, int lanes)
    where T : unmanaged
{
    // Lanes that are widened at once.
    private const int NarrowLanes = 8;

    private AlignedBuffer<byte>? _bitRows;

    /// <summary>Whether all values of an item are Zero.</summary>
    /// <param name="inputs">The call's items.</param>
    /// <param name="item">Which.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsZero(in BatchInputs inputs, int item) =>
        inputs.Form == InputForm.Values
            ? Liveness.IsZero((T*)inputs.Item(item), network.Inputs, network.Zero)
            : NarrowItems.IsZero(inputs, item, network.Inputs);

    /// <summary>Takes the items that are noted in a tile into it.</summary>
    /// <param name="inputs">The call's items.</param>
    /// <param name="tile">The tile; not empty.</param>
    /// <param name="facts">Which conditions of strategies hold.</param>
    /// <returns>The layer that comes next: the second one where the items went through the first one on the way.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Load(in BatchInputs inputs, Tile<T> tile, RunConditions facts)
    {
        if (RunFacts.Hold(BitStrategy.Needs, facts) && network.Layers.Bits is { } bits)
        {
            _bitRows ??= new AlignedBuffer<byte>((long)bits.WorkRows * BitRows.Items);
            bits.Compute(inputs, tile.Items.AsSpan(0, tile.Count), _bitRows.Start, tile.Start);
            return 1;
        }

        if (inputs.Form == InputForm.Values)
        {
            Transposer.Load((T*)inputs.Start, network.Inputs, tile, network.Zero);
        }
        else
        {
            for (var lane = 0; lane < tile.Count; lane += NarrowLanes)
                NarrowItems.Load(
                    inputs,
                    network.Inputs,
                    tile.Items.AsSpan(lane, Math.Min(NarrowLanes, tile.Count - lane)),
                    tile.Start + lane,
                    lanes,
                    network.BitValue
                );
        }

        if (network.Layout.InputScale != 1 && inputs.Form != InputForm.Bits)
            InputScaling.Apply(tile.Start, (long)network.Inputs * lanes, network.InputScale);
        return 0;
    }
}
