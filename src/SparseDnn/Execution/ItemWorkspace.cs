using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using SparseDnn.Layouts;

namespace SparseDnn.Execution;

/// <summary>
/// Two buffers between which one item goes through the layers, or until all its values are zero, or at the ceiling, and what follows is
/// known.
/// </summary>
internal sealed unsafe class ItemWorkspace<T>(NetworkExecutor<T> network)
    where T : unmanaged
{
    private readonly AlignedBuffer<T> _first = new(network.Layout.MaxRows);
    private readonly AlignedBuffer<T> _second = new(network.Layout.MaxRows);

    // Shared sums are written behind a layer's inputs, where the caller's memory ends; nor may that be scaled.
    private readonly bool _copies = network.Layout.SharedSums[network.Layout.FirstComputed] > 0 || network.Layout.InputScale != 1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(ref T input, ref T output)
    {
        if (_copies)
        {
            MemoryMarshal.CreateSpan(ref input, network.Inputs).CopyTo(new Span<T>(_second.Start, network.Inputs));
            if (network.Layout.InputScale != 1)
                InputScaling.Apply(_second.Start, network.Inputs, network.InputScale);
            input = ref *_second.Start;
        }

        RunLayers(ref input, ref output);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunLayers(ref T x, ref T output)
    {
        var layout = network.Layout;
        var last = layout.Layers;
        var order = new OrderTracker<T>(network);
        // Turns between the buffers; layers that pass their rows on take none.
        for (int layer = 0, turn = 0; layer < last; layer++)
        {
            if (layout.Passes(layer))
                continue;
            var isDirect = layer == last - 1 && layout.RowOfOutput.Count == 0;
            var next = (turn & 1) == 0 ? _first : _second;
            if (!isDirect)
                turn++;
            ref var y = ref isDirect ? ref output : ref *next.Start;
            network.RunItem(layer, order.Enter(layer, MemoryMarshal.CreateReadOnlySpan(ref x, layout.Rows[layer])), ref x, ref y);
            if (isDirect)
                return;
            x = ref y;
            if (layer + 1 < last && IsKnown(layer + 1, (T*)Unsafe.AsPointer(ref x), ref output))
                return;
        }

        Transposer.Spread((T*)Unsafe.AsPointer(ref x), layout.RowOfOutput.AsSpan(), ref output);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsKnown(int boundary, T* rows, ref T output)
    {
        var outputs = MemoryMarshal.CreateSpan(ref output, network.Outputs);
        var count = network.Layout.Rows[boundary];
        if (boundary >= network.FirstDroppingLayer && Liveness.IsZero(rows, count, network.Zero))
        {
            fixed (T* to = outputs)
                NonTemporalFill.Fill(to, outputs.Length, network.Zero, streams: false);
            return true;
        }

        if (!network.Saturation.MayFinish(boundary, VectorWidth.Scalar, out var ceiling) || !Liveness.IsAll(rows, count, ceiling))
            return false;
        network.Saturation.Outputs(boundary).CopyTo(outputs);
        return true;
    }
}

/// <summary>Work areas for single items, kept for the next call.</summary>
internal sealed class ItemWorkspacePool<T>(NetworkExecutor<T> network)
    where T : unmanaged
{
    private readonly Stack<ItemWorkspace<T>> _idle = new();
    private ItemWorkspace<T>? _fast;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ItemWorkspace<T> Rent()
    {
        if (Interlocked.Exchange(ref _fast, null) is { } workspace)
            return workspace;
        lock (_idle)
        {
            if (_idle.TryPop(out var idle))
                return idle;
        }

        return new ItemWorkspace<T>(network);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Return(ItemWorkspace<T> workspace)
    {
        if (Interlocked.CompareExchange(ref _fast, workspace, null) is null)
            return;
        lock (_idle)
            _idle.Push(workspace);
    }
}
