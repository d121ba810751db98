using System;
using System.Collections.Generic;
using System.Threading;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Rounding;

/// <summary>Finds the classes of one layer's neurons.</summary>
internal sealed class ClassBuilder
{
    private const int RowsBetweenChecks = 256;

    // Of a layer: the classes in its own network, and those in the networks that it was last moved to.
    private static readonly StageCache<InputClasses, LayerClasses> Known = new(capacity: 4);

    private readonly DyadicLayer _layer;
    private readonly int[]? _inputClassOf;
    private readonly ClassEdge[] _row; // by class of inputs
    private readonly int[] _touched;
    private readonly bool[] _isTouched;
    private readonly List<ClassEdge> _edges = [];
    private readonly List<int> _starts = [0];
    private readonly List<int> _firstNeurons = [];
    private readonly List<int> _nextOfHash = [];
    private readonly Dictionary<int, int> _lastOfHash = [];

    private ClassBuilder(DyadicLayer layer, int[]? inputClassOf, int inputClasses)
    {
        _layer = layer;
        _inputClassOf = inputClassOf;
        _row = new ClassEdge[inputClasses];
        _touched = new int[inputClasses];
        _isTouched = new bool[inputClasses];
    }

    /// <summary>Finds them, or returns those that were found for equal classes of inputs.</summary>
    /// <param name="layer">A plus-times layer.</param>
    /// <param name="inputClassOf">The class of each input; null where all inputs are different.</param>
    /// <param name="inputClasses">Number of classes of inputs.</param>
    /// <param name="cancellationToken">Checked every few rows.</param>
    public static LayerClasses Of(DyadicLayer layer, int[]? inputClassOf, int inputClasses, CancellationToken cancellationToken)
    {
        var question = new InputClasses(inputClassOf is null ? null : new EquatableArray<int>(inputClassOf));
        return Known.Get(layer, question, () => Build(layer, inputClassOf, inputClasses, cancellationToken), cancellationToken);
    }

    private static LayerClasses Build(DyadicLayer layer, int[]? inputClassOf, int inputClasses, CancellationToken cancellationToken)
    {
        var builder = new ClassBuilder(layer, inputClassOf, inputClasses);
        var classOf = new int[layer.Outputs];
        for (var neuron = 0; neuron < classOf.Length; neuron++)
        {
            if (neuron % RowsBetweenChecks == 0)
                cancellationToken.ThrowIfCancellationRequested();
            classOf[neuron] = builder.Classify(neuron, builder.Merge(neuron));
        }

        return new LayerClasses(layer, inputClassOf, classOf, builder._firstNeurons.ToArray(), builder._starts.ToArray(), builder._edges);
    }

    private int Merge(int neuron)
    {
        var (count, weights) = (0, _layer.Weights);
        var edge = _layer.Edges.RowStarts[neuron];
        foreach (var column in _layer.Edges.Row(neuron))
        {
            var input = _inputClassOf is null ? column : _inputClassOf[column];
            if (!_isTouched[input])
            {
                _isTouched[input] = true;
                _touched[count++] = input;
                _row[input] = new ClassEdge(input, 0, Dyadic.Zero, Dyadic.Zero, LayerClasses.Vanishing);
            }

            ref var merged = ref _row[input];
            // Of a constant list the number of edges says everything.
            if (weights.IsConstant)
                merged = merged with { Nonzero = merged.Nonzero + 1 };
            else if (weights[edge] is { IsZero: false } weight)
                merged = new ClassEdge(
                    input,
                    merged.Nonzero + 1,
                    merged.Sum + weight,
                    merged.Magnitude + weight.Abs(),
                    Math.Min(merged.Granularity, weight.Exponent)
                );
            edge++;
        }

        Array.Sort(_touched, 0, count);
        for (var i = 0; i < count; i++)
        {
            _isTouched[_touched[i]] = false;
            if (weights.IsConstant)
                _row[_touched[i]] = Repeated(_row[_touched[i]], weights[0]);
        }

        return count;
    }

    private static ClassEdge Repeated(ClassEdge edge, Dyadic weight) =>
        weight.IsZero
            ? edge with
            {
                Nonzero = 0,
            }
            : edge with
            {
                Sum = weight * edge.Nonzero,
                Magnitude = weight.Abs() * edge.Nonzero,
                Granularity = weight.Exponent,
            };

    private int Classify(int neuron, int count)
    {
        var bias = _layer.Biases[neuron];
        var hash = bias.GetHashCode();
        for (var i = 0; i < count; i++)
            hash = unchecked((hash * 31) + _row[_touched[i]].GetHashCode());
        var known = _lastOfHash.TryGetValue(hash, out var last) ? last : -1;
        for (var one = known; one >= 0; one = _nextOfHash[one])
            if (IsSame(one, bias, count))
                return one;
        for (var i = 0; i < count; i++)
            _edges.Add(_row[_touched[i]]);
        _starts.Add(_edges.Count);
        _firstNeurons.Add(neuron);
        _nextOfHash.Add(known);
        return _lastOfHash[hash] = _firstNeurons.Count - 1;
    }

    private bool IsSame(int one, Dyadic bias, int count)
    {
        if (_starts[one + 1] - _starts[one] != count || _layer.Biases[_firstNeurons[one]] != bias)
            return false;
        for (var i = 0; i < count; i++)
            if (_edges[_starts[one] + i] != _row[_touched[i]])
                return false;
        return true;
    }

    /// <summary>The class of each input; null where all inputs are different.</summary>
    private sealed record InputClasses(EquatableArray<int>? ClassOf);
}
