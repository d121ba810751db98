using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Runtime.InteropServices;
using SparseDnn.Networks;

namespace SparseDnn.Benchmarks.Baseline;

/// <summary>What a good programmer writes by hand in an afternoon: tiles of items through plain CSR loops, on one thread.</summary>
internal sealed unsafe class CsrBaseline : IDisposable
{
    private static readonly int[] RegisterCounts = [1, 2, 4, 8];
    private const int TuningRounds = 3;
    private readonly CsrLayer[] _layers;
    private readonly int _width;
    private readonly bool _canDrop;
    private float* _x;
    private float* _y;
    private int[] _live = [];

    public CsrBaseline(Network network)
    {
        _layers = network.Layers.Select(layer => new CsrLayer(layer)).ToArray();
        _width = network.MaxWidth;
        // Dropped items keep their activations in the output array, so every layer must be as wide; and nothing may revive them.
        _canDrop = _layers.All(layer => layer.Inputs == _width && layer.Outputs == _width && (layer.NonzeroSumsOnly || layer.Biases.All(bias => bias <= 0)));
        var bytes = (nuint)(_width * RegisterCounts[^1] * CsrKernels.Lanes * sizeof(float));
        _x = (float*)NativeMemory.AlignedAlloc(bytes, 64);
        _y = (float*)NativeMemory.AlignedAlloc(bytes, 64);
    }

    /// <summary>Registers in a tile.</summary>
    public int Registers { get; private set; } = 4;

    /// <summary>Whether items of all zeros are dropped.</summary>
    public bool Drops { get; private set; }

    /// <summary>Measures every variant on a workload and keeps the fastest: each variant's best of several rounds, the variants taking turns.</summary>
    public CsrBaseline Tune(float[] inputs, float[] outputs, int batch)
    {
        var variants = RegisterCounts.SelectMany(registers => _canDrop ? new[] { (registers, false), (registers, true) } : [(registers, false)]).ToArray();
        var best = new TimeSpan[variants.Length];
        Array.Fill(best, TimeSpan.MaxValue);
        for (var round = 0; round < TuningRounds; round++)
        {
            for (var i = 0; i < variants.Length; i++)
            {
                (Registers, Drops) = variants[i];
                var clock = Stopwatch.StartNew();
                Run(inputs, outputs, batch);
                if (clock.Elapsed < best[i]) best[i] = clock.Elapsed;
            }
        }

        (Registers, Drops) = variants[Array.IndexOf(best, best.Min())];
        return this;
    }

    /// <summary>Computes a batch, item-major in and out.</summary>
    public void Run(ReadOnlySpan<float> inputs, Span<float> outputs, int batch)
    {
        if (_live.Length < batch) _live = new int[batch];
        for (var i = 0; i < batch; i++) _live[i] = i;
        var live = batch;
        fixed (float* from = inputs, to = outputs)
        {
            foreach (var (first, last) in Stages())
                live = RunStage(first == 0 ? from : to, to, first, last, live);
        }
    }

    /// <summary>Computes one item.</summary>
    public void RunItem(ReadOnlySpan<float> input, Span<float> output)
    {
        Span<float> x = new(_x, _width), y = new(_y, _width);
        input.CopyTo(x);
        foreach (var layer in _layers)
        {
            CsrKernels.Scalar(layer, x[..layer.Inputs], y[..layer.Outputs]);
            var swap = x;
            x = y;
            y = swap;
        }

        x[..output.Length].CopyTo(output);
    }

    public override string ToString() => FormattableString.Invariant($"{Registers * CsrKernels.Lanes} items a tile, {(Drops ? "zeros dropped" : "zeros kept")}");

    public void Dispose()
    {
        NativeMemory.AlignedFree(_x);
        NativeMemory.AlignedFree(_y);
        _x = _y = null;
    }

    /// <summary>Runs of layers between which the items that are still alive are gathered anew: after 1, 2, 4, 8, … layers, since most items die early.</summary>
    private IEnumerable<(int First, int Last)> Stages()
    {
        var first = 0;
        for (var last = Drops ? 1 : _layers.Length; first < _layers.Length; last = Math.Min(2 * last, _layers.Length))
        {
            yield return (first, last);
            first = last;
        }
    }

    private int RunStage(float* from, float* to, int first, int last, int live)
    {
        int lanes = Registers * CsrKernels.Lanes, next = 0;
        int inputs = _layers[first].Inputs, outputs = _layers[last - 1].Outputs;
        for (var tile = 0; tile < live; tile += lanes)
        {
            var count = Math.Min(lanes, live - tile);
            for (var lane = 0; lane < lanes; lane += CsrKernels.Lanes) Gather(from, inputs, tile + lane, live - 1, lane, lanes);
            for (var layer = first; layer < last; layer++)
            {
                CsrKernels.Run(_layers[layer], _x, _y, Registers);
                Swap();
            }

            for (var lane = 0; lane < count; lane++)
            {
                var item = to + ((long)_live[tile + lane] * outputs);
                for (var neuron = 0; neuron < outputs; neuron++) item[neuron] = _x[(neuron * lanes) + lane];
                if (!Drops || new ReadOnlySpan<float>(item, outputs).ContainsAnyExcept(0f)) _live[next++] = _live[tile + lane];
            }
        }

        return next;
    }

    /// <summary>Eight items into the tile; the last item fills up lanes that have none.</summary>
    private void Gather(float* from, int inputs, int position, int last, int lane, int lanes)
    {
        var items = stackalloc float*[CsrKernels.Lanes];
        for (var i = 0; i < CsrKernels.Lanes; i++) items[i] = from + ((long)_live[Math.Min(position + i, last)] * inputs);
        var to = _x + lane;
        for (var neuron = 0; neuron < inputs; neuron++, to += lanes)
            for (var i = 0; i < CsrKernels.Lanes; i++) to[i] = items[i][neuron];
    }

    private void Swap()
    {
        var swap = _x;
        _x = _y;
        _y = swap;
    }
}
