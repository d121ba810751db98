using System;
using System.Collections;
using System.Collections.Generic;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Networks;

/// <summary>Weights or biases as exact numbers; a list of equal values is stored as one.</summary>
/// <remarks>Equality contract: equal counts and values.</remarks>
public sealed class DyadicValues : IReadOnlyList<Dyadic>, IEquatable<DyadicValues>
{
    private readonly Dyadic[]? _values;
    private readonly Dyadic _constant;

    /// <summary>One value repeated.</summary>
    /// <param name="constant">The value.</param>
    /// <param name="count">How often; at least 0.</param>
    public DyadicValues(Dyadic constant, int count)
    {
        _constant = constant;
        Count = count;
    }

    private DyadicValues(Dyadic[] values)
    {
        _values = values;
        Count = values.Length;
    }

    /// <summary>Wraps an array that the caller gives up; equal values are folded into one.</summary>
    /// <param name="values">The values.</param>
    public static DyadicValues From(params Dyadic[] values)
    {
        foreach (var value in values)
            if (value != values[0])
                return new DyadicValues(values);
        return new DyadicValues(values.Length == 0 ? Dyadic.Zero : values[0], values.Length);
    }

    /// <inheritdoc/>
    public int Count { get; }

    /// <summary>Whether all values are equal.</summary>
    public bool IsConstant => _values is null;

    /// <summary>The value at a position.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    public Dyadic this[int index] => _values is null ? _constant : _values[index];

    /// <summary>Each value replaced; a constant list asks only once.</summary>
    /// <param name="replace">Takes the value.</param>
    public DyadicValues Select(Func<Dyadic, Dyadic> replace) =>
        _values is null
            ? new(Count == 0 ? _constant : replace(_constant), Count)
            : From(Array.ConvertAll(_values, value => replace(value)));

    /// <summary>The values without repetitions of a constant list: what a search for extremes must see.</summary>
    internal IEnumerable<Dyadic> Representatives => _values ?? (Count == 0 ? [] : [_constant]);

    /// <inheritdoc/>
    public bool Equals(DyadicValues? other)
    {
        if (other is null || other.Count != Count)
            return false;
        if (_values is null && other._values is null)
            return Count == 0 || _constant == other._constant;
        // Folding makes the stored forms of equal lists alike.
        return _values is not null && other._values is not null && _values.AsSpan().SequenceEqual(other._values);
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DyadicValues);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((Count * 397) ^ (Count == 0 ? 0 : this[Count / 2].GetHashCode()));

    /// <inheritdoc/>
    public IEnumerator<Dyadic> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
