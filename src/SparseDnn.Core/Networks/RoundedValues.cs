using System;
using SparseDnn.Primitives;

namespace SparseDnn.Networks;

/// <summary>Weights or biases of a layer, each exactly representable in the network's format; a list of equal values is stored as one.</summary>
/// <remarks>Equality contract: equal count and bits, decided by a 128-bit content hash.</remarks>
public sealed class RoundedValues : IEquatable<RoundedValues>
{
    private readonly double[]? _values;
    private readonly double _constant;

    /// <summary>One value repeated.</summary>
    /// <param name="constant">The value; finite.</param>
    /// <param name="count">How often; at least 0.</param>
    public RoundedValues(double constant, int count)
    {
        _constant = constant;
        Count = count;
        Hash = ContentHash.Start.Add(count).Add(constant);
    }

    private RoundedValues(double[] values)
    {
        _values = values;
        Count = values.Length;
        Hash = ContentHash.Start.Add(1).Add(values);
    }

    /// <summary>Wraps an array that the caller gives up; equal values are folded into one.</summary>
    /// <param name="values">Finite values.</param>
    public static RoundedValues From(double[] values)
    {
        if (values.Length == 0) return new RoundedValues(0, 0);
        var first = BitConverter.DoubleToInt64Bits(values[0]);
        foreach (var value in values)
            if (BitConverter.DoubleToInt64Bits(value) != first) return new RoundedValues(values);
        return new RoundedValues(values[0], values.Length);
    }

    /// <summary>How many values.</summary>
    public int Count { get; }

    /// <summary>Whether all values have the same bits.</summary>
    public bool IsConstant => _values is null;

    /// <summary>The value of a constant list.</summary>
    /// <exception cref="InvalidOperationException">The list is not constant.</exception>
    public double Constant => _values is null ? _constant : throw new InvalidOperationException("The values differ.");

    /// <summary>Hash of the values' bits.</summary>
    public ContentHash Hash { get; }

    /// <summary>The value at a position.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    public double this[int index] => _values is null ? _constant : _values[index];

    /// <inheritdoc/>
    public bool Equals(RoundedValues? other) => other is not null && Count == other.Count && Hash == other.Hash;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RoundedValues);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.GetHashCode();
}
