using System;
using System.Runtime.CompilerServices;
using SparseDnn.Primitives;

namespace SparseDnn.Networks;

/// <summary>
/// Weights or biases of a layer, each exactly representable in the network's format; a list of equal values is stored as one.
/// </summary>
/// <remarks>
/// Values are 64 bits each: the binary64 pattern of a real number, the sign-extended integer, the word, 0 or 1 for a boolean.
/// Equality contract: equal count and bits, decided by a 128-bit content hash.
/// </remarks>
public sealed class RoundedValues : IEquatable<RoundedValues>
{
    private readonly long[]? _bits;
    private readonly long _constant;

    // At the first question: whoever only lays values out never asks. A reference, so that threads see it whole.
    private StrongBox<ContentHash>? _hash;

    /// <summary>One real number repeated.</summary>
    /// <param name="constant">The number.</param>
    /// <param name="count">How often; at least 0.</param>
    public RoundedValues(double constant, int count)
        : this(BitConverter.DoubleToInt64Bits(constant), count) { }

    private RoundedValues(long constant, int count)
    {
        _constant = constant;
        Count = count;
    }

    private RoundedValues(long[] bits)
    {
        _bits = bits;
        Count = bits.Length;
    }

    /// <summary>Copies real numbers; equal ones are folded into one.</summary>
    /// <param name="values">The numbers.</param>
    public static RoundedValues From(double[] values) => FromBits(Array.ConvertAll(values, BitConverter.DoubleToInt64Bits));

    /// <summary>Wraps an array that the caller gives up; equal values are folded into one.</summary>
    /// <param name="bits">The bits of the values.</param>
    public static RoundedValues FromBits(long[] bits)
    {
        if (bits.Length == 0)
            return new RoundedValues(0L, 0);
        return Array.TrueForAll(bits, value => value == bits[0]) ? new RoundedValues(bits[0], bits.Length) : new RoundedValues(bits);
    }

    /// <summary>One value repeated.</summary>
    /// <param name="bits">Its bits.</param>
    /// <param name="count">How often; at least 0.</param>
    public static RoundedValues FromBits(long bits, int count) => new(bits, count);

    /// <summary>How many values.</summary>
    public int Count { get; }

    /// <summary>Whether all values have the same bits.</summary>
    public bool IsConstant => _bits is null;

    /// <summary>The real number of a constant list.</summary>
    /// <exception cref="InvalidOperationException">The list is not constant.</exception>
    public double Constant => BitConverter.Int64BitsToDouble(ConstantBits);

    /// <summary>The bits of a constant list's value.</summary>
    /// <exception cref="InvalidOperationException">The list is not constant.</exception>
    public long ConstantBits => _bits is null ? _constant : throw new InvalidOperationException("The values differ.");

    /// <summary>Hash of the values' bits.</summary>
    internal ContentHash Hash => (_hash ??= new(HashOfBits())).Value;

    /// <summary>The real number at a position, of lists in binary32 and binary64.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    public double this[int index] => BitConverter.Int64BitsToDouble(Bits(index));

    /// <summary>The bits of the value at a position.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    public long Bits(int index) => _bits is null ? _constant : _bits[index];

    /// <summary>The integer at a position, of lists in int32 and int64.</summary>
    /// <param name="index">0 to <see cref="Count"/> − 1.</param>
    public long Integer(int index) => Bits(index);

    private ContentHash HashOfBits()
    {
        if (_bits is null)
            return ContentHash.Start.Add(Count).Add(unchecked((ulong)_constant));
        var hash = ContentHash.Start.Add(1).Add(_bits.Length);
        foreach (var value in _bits)
            hash = hash.Add(unchecked((ulong)value));
        return hash;
    }

    /// <inheritdoc/>
    public bool Equals(RoundedValues? other) => other is not null && Count == other.Count && Hash == other.Hash;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RoundedValues);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.GetHashCode();
}
