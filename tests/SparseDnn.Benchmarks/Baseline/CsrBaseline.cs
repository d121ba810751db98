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
    private const int TuningRounds = 3;
    private const double MayCatchUp = 1.25;
    private const int GatheredItems = 8;
    private readonly CsrLayer[] _layers;
    private readonly int _width;
    private readonly IReadOnlyList<CsrVariant> _variants;
    private readonly (int First, int Last)[] _droppingStages;
    private readonly (int First, int Last)[] _oneStage;
    private readonly float[] _item;
    private readonly float[] _nextItem;
    private float* _x;
    private float* _y;
    private int[] _live = [];
    private CsrVariant _variant;
    private (string Name, Action<CsrLayer, float[], float[]> Run) _itemKernel = CsrItemKernels.All[0];

    public CsrBaseline(Network network)
    {
        _layers = network.Layers.Select(layer => new CsrLayer(layer)).ToArray();
        _width = network.MaxWidth;
        (_droppingStages, _oneStage) = (Stages(_layers.Length), [(0, _layers.Length)]);
        // Dropped items keep their activations in the output array, so every layer must be as wide; and nothing may revive them.
        _variants = CsrVariant.All(
            canDrop: _layers.All(layer =>
                layer.Inputs == _width && layer.Outputs == _width && (layer.NonzeroSumsOnly || layer.Biases.All(bias => bias <= 0))
            )
        );
        _variant = _variants[0];
        var bytes = (nuint)(_width * _variants.Max(variant => variant.Items) * sizeof(float));
        _x = (float*)NativeMemory.AlignedAlloc(bytes, 64);
        _y = (float*)NativeMemory.AlignedAlloc(bytes, 64);
        (_item, _nextItem) = (new float[_width], new float[_width]);
    }

    /// <summary>Measures every variant on a workload and keeps the fastest.</summary>
    public CsrBaseline Tune(float[] inputs, float[] outputs, int batch)
    {
        _variant = Fastest(
            _variants,
            variant =>
            {
                _variant = variant;
                Run(inputs, outputs, batch);
            }
        );
        return this;
    }

    /// <summary>Measures every variant for one item and keeps the fastest.</summary>
    public CsrBaseline TuneItem(float[] inputs, float[] outputs)
    {
        _itemKernel = Fastest(
            CsrItemKernels.All,
            kernel =>
            {
                _itemKernel = kernel;
                for (var i = 0; i < 8; i++)
                    RunItem(inputs, outputs);
            }
        );
        return this;
    }

    /// <summary>Computes a batch, item-major in and out.</summary>
    public void Run(ReadOnlySpan<float> inputs, Span<float> outputs, int batch)
    {
        if (_live.Length < batch)
            _live = new int[batch];
        for (var i = 0; i < batch; i++)
            _live[i] = i;
        var live = batch;
        fixed (
            float* from = inputs,
                to = outputs
        )
        {
            foreach (var (first, last) in _variant.Drops ? _droppingStages : _oneStage)
                live = RunStage(first == 0 ? from : to, to, first, last, live);
        }
    }

    /// <summary>Computes one item.</summary>
    public void RunItem(ReadOnlySpan<float> input, Span<float> output)
    {
        var (x, y) = (_item, _nextItem);
        input[.._layers[0].Inputs].CopyTo(x);
        foreach (var layer in _layers)
        {
            _itemKernel.Run(layer, x, y);
            (x, y) = (y, x);
        }

        x.AsSpan(0, _layers[^1].Outputs).CopyTo(output);
    }

    /// <summary>The variant that runs batches.</summary>
    public string BatchVariant => _variant.ToString();

    /// <summary>The variant that runs single items.</summary>
    public string ItemVariant => _itemKernel.Name;

    public void Dispose()
    {
        NativeMemory.AlignedFree(_x);
        NativeMemory.AlignedFree(_y);
        _x = _y = null;
    }

    /// <summary>
    /// The candidate with the shortest of several rounds, the candidates taking turns; one that is far behind in a round is out.
    /// </summary>
    private static T Fastest<T>(IReadOnlyList<T> candidates, Action<T> run)
    {
        var times = candidates.Select(candidate => (Candidate: candidate, Best: TimeSpan.MaxValue)).ToList();
        for (var round = 0; round < TuningRounds; round++)
        {
            for (var i = 0; i < times.Count; i++)
            {
                var clock = Stopwatch.StartNew();
                run(times[i].Candidate);
                if (clock.Elapsed < times[i].Best)
                    times[i] = (times[i].Candidate, clock.Elapsed);
            }

            var limit = times.Min(time => time.Best) * MayCatchUp;
            times.RemoveAll(time => time.Best > limit);
        }

        return times.MinBy(time => time.Best).Candidate;
    }

    /// <summary>
    /// Runs of layers between which the items that are still alive are gathered anew: after 1, 2, 4, 8, … layers, since most items die
    /// early.
    /// </summary>
    private static (int First, int Last)[] Stages(int layers)
    {
        var stages = new List<(int First, int Last)>();
        for (int first = 0, last = 1; first < layers; last = Math.Min(2 * last, layers))
        {
            stages.Add((first, last));
            first = last;
        }

        return stages.ToArray();
    }

    private int RunStage(float* from, float* to, int first, int last, int live)
    {
        int lanes = _variant.Items,
            next = 0;
        int inputs = _layers[first].Inputs,
            outputs = _layers[last - 1].Outputs;
        for (var tile = 0; tile < live; tile += lanes)
        {
            var count = Math.Min(lanes, live - tile);
            for (var lane = 0; lane < lanes; lane += GatheredItems)
                Gather(from, inputs, tile + lane, live - 1, lane, lanes);
            for (var layer = first; layer < last; layer++)
            {
                _variant.Run(_layers[layer], _x, _y);
                Swap();
            }

            for (var lane = 0; lane < count; lane++)
            {
                var item = to + ((long)_live[tile + lane] * outputs);
                for (var neuron = 0; neuron < outputs; neuron++)
                    item[neuron] = _x[(neuron * lanes) + lane];
                if (!_variant.Drops || new ReadOnlySpan<float>(item, outputs).ContainsAnyExcept(0f))
                    _live[next++] = _live[tile + lane];
            }
        }

        return next;
    }

    /// <summary>Eight items into the tile; the last item fills up lanes that have none.</summary>
    private void Gather(float* from, int inputs, int position, int last, int lane, int lanes)
    {
        var items = stackalloc float*[GatheredItems];
        for (var i = 0; i < GatheredItems; i++)
            items[i] = from + ((long)_live[Math.Min(position + i, last)] * inputs);
        var to = _x + lane;
        for (var neuron = 0; neuron < inputs; neuron++, to += lanes)
        for (var i = 0; i < GatheredItems; i++)
            to[i] = items[i][neuron];
    }

    private void Swap()
    {
        var swap = _x;
        _x = _y;
        _y = swap;
    }
}
