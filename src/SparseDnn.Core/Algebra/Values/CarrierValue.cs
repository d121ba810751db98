using System;
using System.Globalization;
using SparseDnn.Numerics;

namespace SparseDnn.Algebra.Values;

/// <summary>One value of an ideal carrier: an exact number, ±∞, a boolean, an integer, a word, or none.</summary>
/// <remarks>Equality contract: same kind and same value; Undefined equals itself. There is one zero. <c>default</c> is Undefined.</remarks>
public readonly struct CarrierValue : IEquatable<CarrierValue>
{
    private const ulong LargestDecimalWord = 9; // larger words are sets of bits to a reader, not numbers

    private readonly Rational _number;
    private readonly long _bits;

    private CarrierValue(CarrierValueKind kind, long bits, Rational number)
    {
        Kind = kind;
        _bits = bits;
        _number = number;
    }

    /// <summary>No value.</summary>
    public static CarrierValue Undefined => default;

    /// <summary>A value that exact arithmetic cannot give.</summary>
    public static CarrierValue Undecided { get; } = new(CarrierValueKind.Undecided, 0, default);

    /// <summary>+∞.</summary>
    public static CarrierValue PositiveInfinity { get; } = Number(Dyadic.PositiveInfinity);

    /// <summary>−∞.</summary>
    public static CarrierValue NegativeInfinity { get; } = Number(Dyadic.NegativeInfinity);

    /// <summary>What the value holds.</summary>
    public CarrierValueKind Kind { get; }

    /// <summary>Whether there is a value and it is known.</summary>
    public bool IsKnown => Kind > CarrierValueKind.Undecided;

    /// <summary>The number.</summary>
    /// <exception cref="InvalidOperationException">The value is no number.</exception>
    public Rational AsNumber => Kind == CarrierValueKind.Number ? _number : throw Wrong();

    /// <summary>The integer.</summary>
    /// <exception cref="InvalidOperationException">The value is no integer.</exception>
    public long AsInteger => Kind == CarrierValueKind.Integer ? _bits : throw Wrong();

    /// <summary>The word.</summary>
    /// <exception cref="InvalidOperationException">The value is no word.</exception>
    public ulong AsWord => Kind == CarrierValueKind.Word ? unchecked((ulong)_bits) : throw Wrong();

    /// <summary>The boolean.</summary>
    /// <exception cref="InvalidOperationException">The value is no boolean.</exception>
    public bool AsBoolean => Kind == CarrierValueKind.Boolean ? _bits != 0 : throw Wrong();

    /// <summary>An exact number or ±∞.</summary>
    /// <param name="value">The number.</param>
    public static CarrierValue Number(Rational value) => new(CarrierValueKind.Number, 0, value);

    /// <summary>An exact number or ±∞.</summary>
    /// <param name="value">The number.</param>
    public static CarrierValue Number(Dyadic value) => Number(new Rational(value));

    /// <summary>An integer as an exact number.</summary>
    /// <param name="value">The integer.</param>
    public static CarrierValue Number(long value) => Number((Dyadic)value);

    /// <summary>The exact value of a binary64 number; NaN gives Undefined.</summary>
    /// <param name="value">Any number; −0 gives 0.</param>
    public static CarrierValue Number(double value) => double.IsNaN(value) ? Undefined : Number(Dyadic.FromDouble(value));

    /// <summary>A signed integer.</summary>
    /// <param name="value">The integer.</param>
    public static CarrierValue Integer(long value) => new(CarrierValueKind.Integer, value, default);

    /// <summary>A word of 64 bits.</summary>
    /// <param name="value">The bits.</param>
    public static CarrierValue Word(ulong value) => new(CarrierValueKind.Word, unchecked((long)value), default);

    /// <summary>A boolean.</summary>
    /// <param name="value">The boolean.</param>
    public static CarrierValue Boolean(bool value) => new(CarrierValueKind.Boolean, value ? 1 : 0, default);

    /// <summary>Whether kinds and values are the same.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(CarrierValue left, CarrierValue right) => left.Equals(right);

    /// <summary>Whether kinds or values differ.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(CarrierValue left, CarrierValue right) => !left.Equals(right);

    /// <summary>Compares known values of one kind: numbers and integers by size, words as unsigned, false before true.</summary>
    /// <param name="other">A value of the same kind.</param>
    /// <exception cref="InvalidOperationException">The kinds differ or a value is not known.</exception>
    public int Compare(CarrierValue other)
    {
        if (Kind != other.Kind || !IsKnown)
            throw Wrong();
        return Kind switch
        {
            CarrierValueKind.Number => _number.CompareTo(other._number),
            CarrierValueKind.Word => AsWord.CompareTo(other.AsWord),
            _ => _bits.CompareTo(other._bits),
        };
    }

    /// <inheritdoc/>
    public bool Equals(CarrierValue other) =>
        Kind == other.Kind && _bits == other._bits && (Kind != CarrierValueKind.Number || _number.Equals(other._number));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CarrierValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => unchecked((((int)Kind * 397) ^ _bits.GetHashCode()) * 397 ^ _number.GetHashCode());

    /// <summary>Invariant text with the minus sign U+2212; <c>NaN</c> for Undefined, <c>?</c> for Undecided.</summary>
    public override string ToString() =>
        Kind switch
        {
            CarrierValueKind.Undefined => "NaN",
            CarrierValueKind.Undecided => "?",
            CarrierValueKind.Boolean => AsBoolean ? "true" : "false",
            CarrierValueKind.Number => _number.ToString(),
            CarrierValueKind.Integer => _bits.ToString(CultureInfo.InvariantCulture).Replace('-', '−'),
            _ => (AsWord <= LargestDecimalWord ? "" : "0x")
                + AsWord.ToString(AsWord <= LargestDecimalWord ? "D" : "X", CultureInfo.InvariantCulture),
        };

    private static InvalidOperationException Wrong() => new("The value is of another kind.");
}
