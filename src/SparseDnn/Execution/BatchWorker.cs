using System;
using System.Numerics;
using System.Runtime.CompilerServices;
using SparseDnn.Kernels.Screening;
using SparseDnn.Lanes;
using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies.Panels;
using SparseDnn.Planning.Strategies.Screening;

namespace SparseDnn.Execution;

/// <summary>One thread's work area and how it takes tiles of items through the layers.</summary>
/// <remarks>
/// A tile goes through all layers while it is in cache. Items whose activations are all Zero of the semiring, or all at the ceiling, leave
/// it; when many have
/// left, the rest waits at a checkpoint until a whole tile of such items has gathered. Lanes are independent, so which
/// items share a tile never changes a result.
/// </remarks>
internal sealed unsafe class BatchWorker<T>
    where T : unmanaged
{
    private readonly NetworkExecutor<T> _network;
    private readonly VectorWidth _width;
    private readonly int _lanes;
    private readonly int _lanesPerRegister;
    private readonly int _maxNeurons;
    private readonly TileLoader<T> _loader;
    private readonly Survivors<T> _survivors;
    private readonly ItemResults<T> _results;
    private readonly Tile<T>?[] _waiting;
    private ScreenedItems? _screened;
    private OrderTracker<T> _order;
    private Tile<T> _current;
    private Tile<T> _next;
    private PairedTiles<T>? _pair;
    private RunConditions _facts;

    public BatchWorker(NetworkExecutor<T> network, VectorWidth width)
    {
        _network = network;
        _order = new OrderTracker<T>(network);
        _width = width;
        _lanes = VectorWidths.LanesPerTile<T>(width);
        _lanesPerRegister = VectorWidths.LanesPerRegister<T>(width);
        _maxNeurons = network.Layout.MaxRows;
        _loader = new TileLoader<T>(network, _lanes);
        _survivors = new Survivors<T>(network, width, _lanes);
        _results = new ItemResults<T>(network, _lanes);
        _waiting = new Tile<T>?[BitOperations.Log2((uint)network.Layout.Layers) + 1];
        _current = NewTile();
        _next = NewTile();
    }

    public VectorWidth Width => _width;

    /// <summary>Takes tiles of the job until none is left, then finishes what waits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(BatchJob<T> job)
    {
        foreach (var tile in _waiting)
            if (tile is not null)
                tile.Count = 0;
        _facts = RunFacts.Of(job, _width, _lanes);
        if (RunFacts.Hold(ScreeningStrategy.Needs, _facts) && _network.Layers.Screen is { } screen)
            RunScreened(job, _screened ??= new ScreenedItems(screen));
        if (RunFacts.Hold(PanelStrategy.Needs, _facts) && _network.Layers.HasPanels)
            RunPairs(job);
        while (job.TryTake(_lanes, out var first, out var count))
            Advance(job, Load(job, first, count));

        for (var checkpoint = 0; checkpoint < _waiting.Length; checkpoint++)
        {
            if (_waiting[checkpoint] is not { Count: > 0 } tile || job.IsStopped)
                continue;
            (_waiting[checkpoint], _current) = (_current, tile);
            _waiting[checkpoint]!.Count = 0;
            Advance(job, 1 << checkpoint);
        }
    }

    /// <summary>Takes two tiles at a time, as long as there are items for both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunPairs(BatchJob<T> job)
    {
        var pair = _pair ??= new PairedTiles<T>(_maxNeurons, _lanes);
        while (job.TryTake(2 * _lanes, out var first, out var count))
        {
            if (count <= _lanes)
            {
                Advance(job, Load(job, first, count));
                continue;
            }

            var single = _current;
            _current = pair.Current[0];
            var layer = Load(job, first, _lanes);
            _current = pair.Current[1];
            Load(job, first + _lanes, count - _lanes);
            _current = single;
            for (; layer < _network.Layout.Layers && !LosesItems(pair, layer); layer++)
            {
                if (job.IsStopped)
                    return;
                if (_network.Layout.Passes(layer))
                    continue;
                ComputePair(pair, layer);
                pair.Swap();
            }

            foreach (var tile in pair.Current)
            {
                if (layer == _network.Layout.Layers)
                    _results.Store(job, tile);
                else
                    GoOn(job, tile, layer);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ComputePair(PairedTiles<T> pair, int layer)
    {
        if (_network.Layers.TryRunPair(layer, _width, ref *pair.Current[0].Start, ref *pair.Next[0].Start, pair.Distance))
            return;
        for (var half = 0; half < 2; half++)
            _network.RunLayer(
                layer,
                _width,
                ordered: false,
                ref *pair.Current[half].Start,
                ref *pair.Next[half].Start,
                Registers(pair.Current[half].Count)
            );
    }

    /// <summary>Whether items leave before a layer: those that stay then go on tile by tile.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool LosesItems(PairedTiles<T> pair, int layer)
    {
        if (layer == 0 || !_survivors.AreSought(layer))
            return false;
        foreach (var tile in pair.Current)
            if (BitOperations.TrailingZeroCount(~_survivors.Staying(tile, layer, out _)) < tile.Count)
                return true;
        return false;
    }

    /// <summary>Takes one of two tiles to its end by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void GoOn(BatchJob<T> job, Tile<T> tile, int layer)
    {
        _current.Count = tile.Count;
        tile.Items.CopyTo(_current.Items, 0);
        Buffer.MemoryCopy(tile.Start, _current.Start, long.MaxValue, (long)_network.Layout.Rows[layer] * _lanes * sizeof(T));
        Drop(job, layer);
        Advance(job, layer);
    }

    /// <summary>Takes items as long as many of them are told to die, and computes the others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunScreened(BatchJob<T> job, ScreenedItems screened)
    {
        screened.Begin();
        while (screened.IsWorthwhile && job.TryTake(ItemScreen.Items, out var first, out var count))
        {
            screened.Take(job.Inputs, first, count);
            foreach (var item in screened.Dead)
                _results.FinishZero(job, item);
            job.Finished(screened.Dead.Length);
            while (screened.TryTake(_lanes, _current.Items))
                AdvanceItems(job, _lanes);
        }

        if (screened.TakeRest(_current.Items) is > 0 and var rest)
            AdvanceItems(job, rest);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AdvanceItems(BatchJob<T> job, int count)
    {
        _current.Count = count;
        Advance(job, Load(job));
    }

    /// <summary>Takes items into the current tile.</summary>
    /// <returns>The layer that comes next: the second one where items of bits went through the first one on the way.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Load(BatchJob<T> job, int first, int count)
    {
        var live = 0;
        var mayDrop = _network.FirstDroppingLayer == 0;
        for (var item = first; item < first + count; item++)
        {
            if (mayDrop && _loader.IsZero(job.Inputs, item))
                _results.FinishZero(job, item);
            else
                _current.Items[live++] = item;
        }

        _current.Count = live;
        if (live == 0)
        {
            job.Finished(count);
            return 0;
        }

        if (live < count)
            job.Finished(count - live);
        return Load(job);
    }

    /// <summary>Takes the items that are noted in the current tile into it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Load(BatchJob<T> job)
    {
        var layer = _loader.Load(job.Inputs, _current, _facts);
        if (layer > 0 && _survivors.AreSought(layer))
            Drop(job, layer);
        return layer;
    }

    /// <summary>Takes the current tile from a layer on to the end, or until its items wait or are all dropped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Advance(BatchJob<T> job, int layer)
    {
        var layers = _network.Layout.Layers;
        _order.Forget();
        while (_current.Count > 0 && layer < layers)
        {
            if (job.IsStopped)
                return;
            if (_network.Layout.Passes(layer))
            {
                layer++;
                continue;
            }

            var ordered = _order.Enter(layer, new ReadOnlySpan<T>(_current.Start, _network.Layout.Rows[layer] * _lanes));
            _network.RunLayer(layer, _width, ordered, ref *_current.Start, ref *_next.Start, Registers(_current.Count));
            _next.Count = _current.Count;
            _current.Items.AsSpan(0, _current.Count).CopyTo(_next.Items);
            (_current, _next) = (_next, _current);
            layer++;
            if (_survivors.AreSought(layer))
                Drop(job, layer);
        }

        _results.Store(job, _current);
    }

    private int Registers(int lanes) => (lanes + _lanesPerRegister - 1) / _lanesPerRegister;

    /// <summary>Finishes dead items; then perhaps lets the others wait for company, or moves them together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Drop(BatchJob<T> job, int layer)
    {
        var neurons = _network.Layout.Rows[layer];
        var staying = _survivors.Staying(_current, layer, out var alive);
        if (staying == uint.MaxValue)
            return;
        var (stays, died) = (0u, 0);
        for (var lane = 0; lane < _current.Count; lane++)
        {
            ref var item = ref _current.Items[lane];
            if (item == Tile<T>.Dead)
                continue;
            if ((staying & (1u << lane)) != 0)
            {
                stays |= 1u << lane;
                continue;
            }

            if ((alive & (1u << lane)) == 0)
                _results.FinishZero(job, item);
            else
                _results.FinishSaturated(job, item, layer);
            item = Tile<T>.Dead;
            died++;
        }

        if (died == 0)
            return;
        job.Finished(died);
        var live = BitOperations.PopCount(stays);
        if (live == 0)
            _current.Count = 0;
        else if (BitOperations.IsPow2(layer) && live <= _lanes * 3 / 4)
            Wait(BitOperations.Log2((uint)layer), stays, neurons);
        else if (Registers(live) < Registers(_current.Count))
            _current.Compact(stays, neurons);
    }

    /// <summary>Moves live lanes to those waiting; a tile that fills up becomes the current one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Wait(int checkpoint, uint alive, int neurons)
    {
        var waiting = _waiting[checkpoint] ??= NewTile();
        alive = _current.MoveTo(alive, neurons, waiting);
        if (!waiting.IsFull)
        {
            _current.Count = 0;
            return;
        }

        _current.Compact(alive, neurons);
        (_waiting[checkpoint], _current) = (_current, waiting);
        _order.Forget();
    }

    private Tile<T> NewTile() => new(_maxNeurons, _lanes);
}
