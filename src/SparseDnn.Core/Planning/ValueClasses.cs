using System;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Planning;

/// <summary>
/// Which kinds of floating-point numbers a value may be, or whether a condition may be true or false: the domain of
/// <see cref="ClassArithmetic"/>.
/// </summary>
[Flags]
internal enum ValueClasses
{
    /// <summary>No value at all.</summary>
    None = 0,

    /// <summary>NaN.</summary>
    NaN = 1,

    /// <summary>−∞.</summary>
    NegativeInfinity = 2,

    /// <summary>Finite and below 0.</summary>
    Negative = 4,

    /// <summary>−0.</summary>
    NegativeZero = 8,

    /// <summary>+0.</summary>
    PositiveZero = 16,

    /// <summary>Finite and above 0.</summary>
    Positive = 32,

    /// <summary>+∞.</summary>
    PositiveInfinity = 64,

    /// <summary>A condition that holds.</summary>
    True = 128,

    /// <summary>A condition that does not hold.</summary>
    False = 256,

    /// <summary>All numbers and NaN.</summary>
    Numbers = 127,

    /// <summary>+0, positive numbers, +∞.</summary>
    NonNegative = PositiveZero | Positive | PositiveInfinity,

    /// <summary>All numbers but −0, and no NaN.</summary>
    Ordered = NegativeInfinity | Negative | NonNegative,

    /// <summary>Either outcome of a condition.</summary>
    Either = True | False,
}

/// <summary>From values to their classes.</summary>
internal static class ValueClass
{
    /// <summary>The class of a number.</summary>
    /// <param name="value">Any number.</param>
    public static ValueClasses Of(double value)
    {
        if (double.IsNaN(value))
            return ValueClasses.NaN;
        if (double.IsPositiveInfinity(value))
            return ValueClasses.PositiveInfinity;
        if (double.IsNegativeInfinity(value))
            return ValueClasses.NegativeInfinity;
        if (value > 0)
            return ValueClasses.Positive;
        if (value < 0)
            return ValueClasses.Negative;
        if (BitConverter.DoubleToInt64Bits(value) < 0)
            return ValueClasses.NegativeZero;
        return ValueClasses.PositiveZero;
    }

    /// <summary>The class of a constant in a format.</summary>
    /// <param name="value">The constant.</param>
    /// <param name="format">A format of real numbers.</param>
    public static ValueClasses Of(CarrierValue value, NumberType format)
    {
        if (value.Kind == CarrierValueKind.Boolean)
        {
            if (value.AsBoolean)
                return ValueClasses.True;
            return ValueClasses.False;
        }
        if (format.ToBits(CarrierArithmetics.Of(format.Carrier).Convert(value)) is { } bits)
            return Of(BitConverter.Int64BitsToDouble(bits));
        return ValueClasses.Numbers;
    }
}
