using System;
using System.Globalization;
using SparseDnn.Algebra.Values;
using SparseDnn.Numerics;

namespace SparseDnn.Algebra.Elements;

/// <summary>Floating-point numbers: elements of networks, or weights that are widened to wider sums without another rounding.</summary>
internal sealed class FloatingNumberType : NumberType
{
    private readonly NumberFormat _format;
    private readonly FloatingNumberType? _accumulator;

    /// <param name="format">How declarations call it.</param>
    /// <param name="keyword">The type that holds a value.</param>
    /// <param name="clrName">Name of that type.</param>
    /// <param name="numbers">Which numbers there are.</param>
    /// <param name="accumulator">What sums of weights in this type are formed in; null for the type itself.</param>
    public FloatingNumberType(
        ElementFormat format,
        string keyword,
        string clrName,
        NumberFormat numbers,
        FloatingNumberType? accumulator = null
    )
        : base(format, numbers.Name, keyword, clrName, StorageFormats.Of(numbers), CarrierKind.Real)
    {
        (_format, _accumulator) = (numbers, accumulator);
    }

    /// <inheritdoc/>
    public override NumberType Accumulator => _accumulator ?? this;

    /// <inheritdoc/>
    public override long? FromWhole(double number) => _format.Round(number) == number ? BitConverter.DoubleToInt64Bits(number) : null;

    /// <inheritdoc/>
    public override long? ToBits(CarrierValue value) =>
        value.Kind switch
        {
            CarrierValueKind.Number => BitConverter.DoubleToInt64Bits(
                value.AsNumber.IsDyadic || !value.AsNumber.IsFinite
                    ? _format.Round(value.AsNumber.ToDyadic()).ToDouble()
                    : _format.Round(value.AsNumber.ToDouble())
            ),
            CarrierValueKind.Undefined => BitConverter.DoubleToInt64Bits(double.NaN),
            _ => null,
        };

    /// <inheritdoc/>
    public override CarrierValue FromBits(long bits) => CarrierValue.Number(BitConverter.Int64BitsToDouble(bits));

    /// <inheritdoc/>
    public override ulong Pack(long bits) => _format.Pack(BitConverter.Int64BitsToDouble(bits));

    /// <inheritdoc/>
    public override long Unpack(ulong pattern) => BitConverter.DoubleToInt64Bits(_format.Unpack(pattern));

    /// <inheritdoc/>
    public override string Literal(long bits)
    {
        var value = BitConverter.Int64BitsToDouble(bits);
        return value switch
        {
            double.NaN => $"{Accumulator.Keyword}.NaN",
            double.PositiveInfinity => $"{Accumulator.Keyword}.PositiveInfinity",
            double.NegativeInfinity => $"{Accumulator.Keyword}.NegativeInfinity",
            _ => RealLiteral.Of(value, Accumulator.Bytes > sizeof(float)),
        };
    }

    /// <inheritdoc/>
    public override Dyadic ToDyadic(long bits) => Dyadic.FromDouble(BitConverter.Int64BitsToDouble(bits));

    /// <inheritdoc/>
    public override bool IsNaN(long bits) => double.IsNaN(BitConverter.Int64BitsToDouble(bits));

    /// <inheritdoc/>
    public override string? Fault(long bits)
    {
        var number = BitConverter.Int64BitsToDouble(bits);
        if (double.IsNaN(number) || double.IsInfinity(number))
            return "it is finite";
        return _format.Round(number) == number ? null : $"it is a {Name} value";
    }

    /// <inheritdoc/>
    private protected override CarrierValue FromOwnConstant(object constant) =>
        CarrierValue.Number(Convert.ToDouble(constant, CultureInfo.InvariantCulture));
}
