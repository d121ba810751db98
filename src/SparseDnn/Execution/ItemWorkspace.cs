using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;

namespace SparseDnn.Execution;

/// <summary>Two buffers between which one item goes through the layers, or until it is all zero and stays so.</summary>
internal sealed unsafe class ItemWorkspace<T>(NetworkDescription network, T zero)
    where T : unmanaged
{
    private readonly AlignedBuffer<T> _first = new(network.LayerWidths.Max());
    private readonly AlignedBuffer<T> _second = new(network.LayerWidths.Max());

    public void Run(SparseNetwork<T> runner, ref T input, ref T output)
    {
        var last = network.Layers - 1;
        var order = new OrderTracker<T>(runner);
        ref var x = ref input;
        for (var layer = 0; layer < last; layer++)
        {
            ref var y = ref *((layer & 1) == 0 ? _first : _second).Start;
            runner.ComputeLayer(layer, VectorWidth.Scalar, order.Enter(layer, MemoryMarshal.CreateReadOnlySpan(ref x, network.LayerWidths[layer])), ref x, ref y, 1);
            if (layer + 1 >= network.FirstDroppingLayer && Liveness.IsZero((T*)Unsafe.AsPointer(ref y), network.LayerWidths[layer + 1], zero))
            {
                MemoryMarshal.CreateSpan(ref output, network.Outputs).Fill(zero);
                return;
            }

            x = ref y;
        }

        runner.ComputeLayer(last, VectorWidth.Scalar, order.Enter(last, MemoryMarshal.CreateReadOnlySpan(ref x, network.LayerWidths[last])), ref x, ref output, 1);
    }
}

/// <summary>Work areas for single items, kept for the next call.</summary>
internal sealed class ItemWorkspacePool<T>(NetworkDescription network, T zero)
    where T : unmanaged
{
    private readonly Stack<ItemWorkspace<T>> _idle = new();
    private ItemWorkspace<T>? _fast;

    public ItemWorkspace<T> Rent()
    {
        if (Interlocked.Exchange(ref _fast, null) is { } workspace) return workspace;
        lock (_idle)
        {
            if (_idle.TryPop(out var idle)) return idle;
        }

        return new ItemWorkspace<T>(network, zero);
    }

    public void Return(ItemWorkspace<T> workspace)
    {
        if (Interlocked.CompareExchange(ref _fast, workspace, null) is null) return;
        lock (_idle) _idle.Push(workspace);
    }
}
