using System;
using System.Collections.Generic;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Vectors.Codec;

/// <summary>The distinct rows of a layer, inputs and weights together, in the order of their first appearance.</summary>
internal sealed class LayerRows : IEqualityComparer<int>
{
    private readonly DyadicLayer _layer;

    public LayerRows(DyadicLayer layer)
    {
        _layer = layer;
        var known = new Dictionary<int, int>(this);
        RowOf = new int[layer.Outputs];
        for (var row = 0; row < RowOf.Length; row++)
        {
            if (!known.TryGetValue(row, out RowOf[row]))
            {
                known.Add(row, RowOf[row] = known.Count);
                First.Add(row);
            }
        }
    }

    /// <summary>For each output its distinct row.</summary>
    public int[] RowOf { get; }

    /// <summary>For each distinct row an output that has it.</summary>
    public List<int> First { get; } = [];

    /// <summary>Whether no two outputs have the same row.</summary>
    public bool AllDiffer => First.Count == RowOf.Length;

    public int[] Lengths() => First.ConvertAll(row => _layer.Edges.Row(row).Length).ToArray();

    /// <summary>For every edge how many inputs lie between it and the one before in its row.</summary>
    public int[] Gaps()
    {
        var gaps = new List<int>();
        foreach (var row in First)
        {
            var last = -1;
            foreach (var column in _layer.Edges.Row(row))
            {
                gaps.Add(column - last - 1);
                last = column;
            }
        }

        return gaps.ToArray();
    }

    public Dyadic[] Weights()
    {
        var weights = new List<Dyadic>();
        foreach (var row in First)
            for (var edge = _layer.Edges.RowStarts[row]; edge < _layer.Edges.RowStarts[row + 1]; edge++)
                weights.Add(_layer.Weights[edge]);
        return weights.ToArray();
    }

    bool IEqualityComparer<int>.Equals(int x, int y)
    {
        if (!_layer.Edges.Row(x).SequenceEqual(_layer.Edges.Row(y)))
            return false;
        if (_layer.Weights.IsConstant)
            return true;
        var (first, second) = (_layer.Edges.RowStarts[x], _layer.Edges.RowStarts[y]);
        for (var i = 0; i < _layer.Edges.Row(x).Length; i++)
            if (_layer.Weights[first + i] != _layer.Weights[second + i])
                return false;
        return true;
    }

    int IEqualityComparer<int>.GetHashCode(int row)
    {
        var hash = 17;
        foreach (var column in _layer.Edges.Row(row))
            hash = unchecked((hash * 31) + column);
        if (_layer.Weights.IsConstant)
            return hash;
        for (var edge = _layer.Edges.RowStarts[row]; edge < _layer.Edges.RowStarts[row + 1]; edge++)
            hash = unchecked((hash * 31) + _layer.Weights[edge].GetHashCode());
        return hash;
    }
}
