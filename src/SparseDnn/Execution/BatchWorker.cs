using System;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using SparseDnn.Kernels.Bits;
using SparseDnn.Kernels.Screening;
using SparseDnn.Lanes;
using SparseDnn.Layouts;
using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies.Bits;
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
    // Every layer is worth a look at first, where most items die; later every fourth.
    private const int EarlyLayers = 24;
    private const int LateInterval = 4;

    /// <summary>In the place of an item's number: the lane's item is finished, whatever its activations do.</summary>
    private const int Dead = -1;

    private readonly NetworkExecutor<T> _network;
    private readonly VectorWidth _width;
    private readonly int _lanes;
    private readonly int _lanesPerRegister;
    private readonly int _maxNeurons;
    private readonly Tile<T>?[] _waiting;
    private AlignedBuffer<byte>? _bitRows;
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
                    Store(job, tile);
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
        if (layer == 0 || !MayDrop(layer))
            return false;
        foreach (var tile in pair.Current)
            if (BitOperations.TrailingZeroCount(~Staying(tile, layer, out _)) < tile.Count)
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
                Finish(job, item, null, 0);
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
        var neurons = _network.Inputs;
        var live = 0;
        var mayDrop = _network.FirstDroppingLayer == 0;
        for (var item = first; item < first + count; item++)
        {
            if (mayDrop && IsZero(job.Inputs, item, neurons))
                Finish(job, item, null, 0);
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Load(BatchJob<T> job)
    {
        var (live, neurons) = (_current.Count, _network.Inputs);
        if (RunFacts.Hold(BitStrategy.Needs, _facts) && _network.Layers.Bits is { } bits)
        {
            _bitRows ??= new AlignedBuffer<byte>((long)bits.WorkRows * BitRows.Items);
            bits.Compute(job.Inputs, _current.Items.AsSpan(0, live), _bitRows.Start, _current.Start);
            if (MayDrop(1))
                Drop(job, 1);
            return 1;
        }

        if (job.Inputs.Form == InputForm.Values)
        {
            Transposer.Load((T*)job.Inputs.Start, neurons, _current, _network.Zero);
        }
        else
        {
            for (var lane = 0; lane < live; lane += 8)
                NarrowItems.Load(
                    job.Inputs,
                    neurons,
                    _current.Items.AsSpan(lane, Math.Min(8, live - lane)),
                    _current.Start + lane,
                    _lanes,
                    _network.BitValue
                );
        }

        if (_network.Layout.InputScale != 1 && job.Inputs.Form != InputForm.Bits)
            InputScaling.Apply(_current.Start, (long)neurons * _lanes, _network.InputScale);
        return 0;
    }

    private bool MayDrop(int layer) => layer < _network.Layout.Layers && (layer <= EarlyLayers || layer % LateInterval == 0);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool IsZero(in BatchInputs inputs, int item, int neurons) =>
        inputs.Form == InputForm.Values
            ? Liveness.IsZero((T*)inputs.Item(item), neurons, _network.Zero)
            : NarrowItems.IsZero(inputs, item, neurons);

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
            if (MayDrop(layer))
                Drop(job, layer);
        }

        Store(job, _current);
    }

    /// <summary>Hands out what the last layer left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Store(BatchJob<T> job, Tile<T> tile)
    {
        var finished = 0;
        var categories =
            job.Categories is null || tile.Count == 0
                ? 0
                : Liveness.Lanes(tile.Start, _network.Layout.Rows[_network.Layout.Layers], _lanes, _network.Zero);
        for (var lane = 0; lane < tile.Count; lane++)
        {
            if (StoreSome(job, tile, lane) is > 0 and var stored)
            {
                finished += stored;
                lane += stored - 1;
                continue;
            }

            if (tile.Items[lane] == Dead)
                continue;
            if (job.Categories is not null)
                job.Categories[tile.Items[lane]] = (categories & (1u << lane)) != 0;
            else
                Finish(job, tile.Items[lane], tile.Start, lane);
            finished++;
        }

        if (finished > 0)
            job.Finished(finished);
    }

    /// <summary>Stores a block of lanes at once where all of them are wanted; how many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int StoreSome(BatchJob<T> job, Tile<T> tile, int lane)
    {
        var block = Transposer.LanesAtOnce<T>();
        if (block == 0 || job.Categories is not null || _lanes == 1 || lane + block > tile.Count)
            return 0;
        var items = tile.Items.AsSpan(lane, block);
        if (items.Contains(Dead))
            return 0;
        Transposer.Store(tile.Start + lane, _lanes, items, job.Outputs, _network.Outputs, _network.Layout.RowOfOutput.AsSpan());
        return block;
    }

    private int Registers(int lanes) => (lanes + _lanesPerRegister - 1) / _lanesPerRegister;

    /// <summary>Lanes whose items go on behind a layer.</summary>
    /// <param name="tile">The tile.</param>
    /// <param name="layer">Number of layers behind the items, at least 1.</param>
    /// <param name="alive">Lanes that have a value other than Zero; the others of those that leave are at the ceiling.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private uint Staying(Tile<T> tile, int layer, out uint alive)
    {
        var neurons = _network.Layout.Rows[layer];
        alive = layer >= _network.FirstDroppingLayer ? Liveness.Lanes(tile.Start, neurons, _lanes, _network.Zero) : uint.MaxValue;
        return _network.Saturation.MayFinish(layer, out var ceiling) ? alive & Liveness.Lanes(tile.Start, neurons, _lanes, ceiling) : alive;
    }

    /// <summary>Finishes dead items; then perhaps lets the others wait for company, or moves them together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Drop(BatchJob<T> job, int layer)
    {
        var neurons = _network.Layout.Rows[layer];
        var staying = Staying(_current, layer, out var alive);
        if (staying == uint.MaxValue)
            return;
        var (stays, died) = (0u, 0);
        for (var lane = 0; lane < _current.Count; lane++)
        {
            ref var item = ref _current.Items[lane];
            if (item == Dead)
                continue;
            if ((staying & (1u << lane)) != 0)
            {
                stays |= 1u << lane;
                continue;
            }

            if ((alive & (1u << lane)) == 0)
                Finish(job, item, null, 0);
            else
                FinishSaturated(job, item, layer);
            item = Dead;
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
            Compact(stays, neurons);
    }

    /// <summary>Moves live lanes to those waiting; a tile that fills up becomes the current one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Wait(int checkpoint, uint alive, int neurons)
    {
        var waiting = _waiting[checkpoint] ??= NewTile();
        for (; alive != 0 && !waiting.IsFull; alive &= alive - 1)
        {
            var lane = BitOperations.TrailingZeroCount(alive);
            waiting.Items[waiting.Count] = _current.Items[lane];
            T* from = _current.Start + lane,
                to = waiting.Start + waiting.Count++;
            for (var neuron = 0; neuron < neurons; neuron++, from += _lanes, to += _lanes)
                *to = *from;
        }

        if (!waiting.IsFull)
        {
            _current.Count = 0;
            return;
        }

        Compact(alive, neurons);
        (_waiting[checkpoint], _current) = (_current, waiting);
        _order.Forget();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Compact(uint alive, int neurons)
    {
        var count = 0;
        for (var rest = alive; rest != 0; rest &= rest - 1, count++)
        {
            var lane = BitOperations.TrailingZeroCount(rest);
            _current.Items[count] = _current.Items[lane];
            T* from = _current.Start + lane,
                to = _current.Start + count;
            for (var neuron = 0; neuron < neurons; neuron++, from += _lanes, to += _lanes)
                *to = *from;
        }

        _current.Count = count;
    }

    /// <summary>Finishes an item: the lane's outputs, or Zeros for a dropped item.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Finish(BatchJob<T> job, int item, T* activations, int lane)
    {
        if (job.Categories is not null)
        {
            job.Categories[item] = false;
            return;
        }

        var outputs = _network.Outputs;
        var to = job.Outputs + ((long)item * outputs);
        if (activations is null)
            NonTemporalFill.Fill(to, outputs, _network.Zero, streams: (long)job.Items * outputs * sizeof(T) > NonTemporalFill.LeastBytes);
        else
            Transposer.Store(activations, _lanes, lane, to, outputs, _network.Layout.RowOfOutput.AsSpan());
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FinishSaturated(BatchJob<T> job, int item, int layer)
    {
        ReadOnlySpan<T> outputs = _network.Saturation.Outputs(layer);
        if (job.Categories is null)
            outputs.CopyTo(new Span<T>(job.Outputs + ((long)item * outputs.Length), outputs.Length));
        else
            fixed (T* values = outputs)
                job.Categories[item] = !Liveness.IsZero(values, outputs.Length, _network.Zero);
    }

    private Tile<T> NewTile() => new(_maxNeurons, _lanes);
}
