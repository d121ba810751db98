using System;
using System.Numerics;

namespace SparseDnn.Samples.Fixtures;

/// <summary>A layer of the naive kernel: weights and biases in the type of the sums.</summary>
internal sealed class NaiveLayer<TSum>
    where TSum : INumber<TSum>, IMinMaxValue<TSum>
{
    private readonly FixtureLayer _layer;
    private readonly int[] _starts,
        _columns;
    private readonly TSum[] _weights,
        _biases;
    private readonly TSum _ceiling;
    private readonly bool _isMinPlus;
    private readonly Bug _bug;

    public NaiveLayer(FixtureLayer layer, Bug bug)
    {
        (_layer, _bug) = (layer, bug);
        _isMinPlus = layer.Semiring switch
        {
            "plus-times" => false,
            "min-plus" => true,
            var other => throw new NotSupportedException($"This kernel does not know {other}."),
        };
        (_starts, _columns, _weights) = (layer.RowStarts.ToArray(), layer.Columns.ToArray(), Convert(layer.Weights));
        (_biases, _ceiling) = (Convert(layer.Biases), TSum.CreateSaturating(layer.Ceiling));
        if (bug == Bug.WeightsTransposed)
            (_starts, _columns, _weights) = Transposed();
    }

    public int Outputs => _layer.Outputs;

    /// <summary>Sum over the edges, bias, activation, ceiling, in this order.</summary>
    public TSum Value(int neuron, ReadOnlySpan<TSum> inputs)
    {
        var end = _starts[neuron + 1] - (_bug == Bug.LastEdgeDropped ? 1 : 0);
        return _isMinPlus ? Shortest(neuron, end, inputs) : Finished(neuron, Sum(neuron, end, inputs));
    }

    private TSum Sum(int neuron, int end, ReadOnlySpan<TSum> inputs)
    {
        var sum = TSum.Zero;
        for (var edge = _starts[neuron]; edge < end; edge++)
            sum = Kept(sum + (_weights[edge] * inputs[_columns[edge]]));
        return sum;
    }

    private TSum Kept(TSum sum) => _bug == Bug.SumsInHalf ? TSum.CreateChecked(Half.CreateChecked(sum)) : sum;

    private TSum Finished(int neuron, TSum sum)
    {
        if (_bug == Bug.CeilingBeforeBias)
            sum = TSum.Min(sum, _ceiling);
        if (_layer.BiasMode == BiasMode.Dense || sum != TSum.Zero || _bug == Bug.BiasOnZeroSums)
            sum = Kept(sum + _biases[neuron]);
        if (_layer.Activation == Activation.ReLU)
            sum = TSum.Max(sum, TSum.Zero);
        return _bug == Bug.CeilingBeforeBias ? sum : TSum.Min(sum, _ceiling);
    }

    // Over min-plus, paths add and the shortest one counts; no edge at all is +∞.
    private TSum Shortest(int neuron, int end, ReadOnlySpan<TSum> inputs)
    {
        var shortest = TSum.CreateSaturating(double.PositiveInfinity);
        for (var edge = _starts[neuron]; edge < end; edge++)
            shortest = TSum.Min(shortest, _weights[edge] + inputs[_columns[edge]]);
        return shortest;
    }

    private (int[] Starts, int[] Columns, TSum[] Weights) Transposed()
    {
        var edges = new (int Output, int Input, TSum Weight)[_columns.Length];
        for (var neuron = 0; neuron < Outputs; neuron++)
        for (var edge = _starts[neuron]; edge < _starts[neuron + 1]; edge++)
            edges[edge] = (_columns[edge], neuron, _weights[edge]);
        Array.Sort(edges, (a, b) => (a.Output, a.Input).CompareTo((b.Output, b.Input)));
        var starts = new int[_starts.Length];
        foreach (var (output, _, _) in edges)
            starts[output + 1]++;
        for (var i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];
        return (starts, Array.ConvertAll(edges, edge => edge.Input), Array.ConvertAll(edges, edge => edge.Weight));
    }

    private static TSum[] Convert(ReadOnlySpan<double> values)
    {
        var converted = new TSum[values.Length];
        for (var i = 0; i < values.Length; i++)
            converted[i] = TSum.CreateChecked(values[i]);
        return converted;
    }
}
