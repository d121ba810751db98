using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace SparseDnn.Samples.Fixtures;

/// <summary>The implementation under test: plain loops, one after another, in any format, over plus-times and min-plus.</summary>
/// <typeparam name="T">Type of stored values.</typeparam>
/// <typeparam name="TSum">Type of sums.</typeparam>
public sealed class NaiveKernel<T, TSum>
    where T : unmanaged
    where TSum : INumber<TSum>, IMinMaxValue<TSum>
{
    private const int Lanes = 4;

    private readonly NaiveLayer<TSum>[] _layers;
    private readonly Numbers<T, TSum> _numbers;
    private readonly Bug _bug;

    /// <summary>Takes the network of a fixture.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="numbers">The formats.</param>
    /// <param name="bug">The mistake to make.</param>
    public NaiveKernel(IReadOnlyList<FixtureLayer> layers, Numbers<T, TSum> numbers, Bug bug = Bug.None) =>
        (_layers, _numbers, _bug) = ([.. layers.Select(layer => new NaiveLayer<TSum>(layer, bug))], numbers, bug);

    /// <summary>One layer.</summary>
    /// <param name="layer">0-based layer.</param>
    /// <param name="input">Its inputs.</param>
    /// <param name="output">Its outputs.</param>
    public void RunLayer(int layer, ReadOnlySpan<T> input, Span<T> output)
    {
        var values = new TSum[input.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = _numbers.Load(input[i]);
        for (var neuron = 0; neuron < output.Length; neuron++)
            output[neuron] = _numbers.Store(_layers[layer].Value(neuron, values));
    }

    /// <summary>One item through all layers.</summary>
    /// <param name="input">Its inputs.</param>
    /// <param name="output">Its outputs.</param>
    public void Run(ReadOnlySpan<T> input, Span<T> output)
    {
        var values = input.ToArray();
        for (var layer = 0; layer < _layers.Length; layer++)
        {
            var next = new T[_layers[layer].Outputs];
            RunLayer(layer, values, next);
            values = next;
        }

        values.CopyTo(output);
    }

    /// <summary>Several items, <see cref="Lanes"/> at a time as a vectorised kernel would.</summary>
    /// <param name="inputs">The items, one after another.</param>
    /// <param name="outputs">Their outputs, one after another.</param>
    /// <param name="batch">Number of items.</param>
    public void RunBatch(ReadOnlySpan<T> inputs, Span<T> outputs, int batch)
    {
        var (size, outputSize) = (inputs.Length / batch, outputs.Length / batch);
        var lanes = new T[Lanes * size];
        for (var first = 0; first < batch; first += Lanes)
        {
            var count = Math.Min(Lanes, batch - first);
            if (count == Lanes || first == 0 || _bug != Bug.TailNotLoaded)
                inputs.Slice(first * size, count * size).CopyTo(lanes);
            for (var lane = 0; lane < count; lane++)
                Run(lanes.AsSpan(lane * size, size), outputs.Slice((first + lane) * outputSize, outputSize));
        }
    }
}
