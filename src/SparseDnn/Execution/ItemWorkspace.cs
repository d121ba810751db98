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

    public void Run(ref T input, ref T output)
    {
        // Shared sums are written behind a layer's inputs, where the caller's memory ends; nor may that be scaled.
        if (network.Layout.SharedSums[network.Layout.FirstComputed] > 0 || network.Layout.InputScale != 1)
        {
            MemoryMarshal.CreateSpan(ref input, network.Inputs).CopyTo(new Span<T>(_second.Start, network.Inputs));
            if (network.Layout.InputScale != 1)
                InputScaling.Apply(_second.Start, network.Inputs, network.InputScale);
            input = ref *_second.Start;
        }

        Run(0, ref input, ref output);
    }

    /// <summary>The outputs of an item whose rows all have one value behind some layers.</summary>
    public void RunFrom(int boundary, T value, ref T output)
    {
        Run(boundary, ref *Filled(boundary, value), ref output);
    }

    /// <summary>Whether one layer takes an item whose rows all have one value to one whose rows all have another.</summary>
    public bool Stays(int layer, T value, T next)
    {
        var x = Filled(layer, value);
        var y = ((layer & 1) == 0 ? _first : _second).Start;
        network.RunItem(
            layer,
            new OrderTracker<T>(network).Enter(layer, new ReadOnlySpan<T>(x, network.Layout.Rows[layer])),
            ref *x,
            ref *y
        );
        return Liveness.IsAll(y, network.Layout.Rows[layer + 1], next);
    }

    // In the buffer that the next layer does not write.
    private T* Filled(int boundary, T value)
    {
        var start = ((boundary & 1) == 0 ? _second : _first).Start;
        new Span<T>(start, network.Layout.Rows[boundary]).Fill(value);
        return start;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Run(int layer, ref T x, ref T output)
    {
        var layout = network.Layout;
        var (first, last) = (layer, layout.Layers);
        var order = new OrderTracker<T>(network);
        // Turns between the buffers; layers that pass their rows on take none.
        for (var turn = layer; layer < last; layer++)
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
            if (layer + 1 < last && IsKnown(layer + 1, (T*)Unsafe.AsPointer(ref x), first, ref output))
                return;
        }

        Transposer.Spread((T*)Unsafe.AsPointer(ref x), layout.RowOfOutput.AsSpan(), ref output);
    }

    private bool IsKnown(int boundary, T* rows, int first, ref T output)
    {
        var outputs = MemoryMarshal.CreateSpan(ref output, network.Outputs);
        var count = network.Layout.Rows[boundary];
        if (boundary >= network.FirstDroppingLayer && Liveness.IsZero(rows, count, network.Zero))
        {
            outputs.Fill(network.Zero);
            return true;
        }

        // From a boundary within a run for saturated items the search would ask for itself.
        if (first > 0 || !network.Saturation.MayFinish(boundary, out var ceiling) || !Liveness.IsAll(rows, count, ceiling))
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

    public void Return(ItemWorkspace<T> workspace)
    {
        if (Interlocked.CompareExchange(ref _fast, workspace, null) is null)
            return;
        lock (_idle)
            _idle.Push(workspace);
    }
}
