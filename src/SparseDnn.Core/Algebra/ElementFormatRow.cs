using System;
using SparseDnn.Numerics;

namespace SparseDnn.Algebra;

/// <summary>What the stages must know of one element format.</summary>
/// <param name="Format">Which one.</param>
/// <param name="Name">Name in texts.</param>
/// <param name="Keyword">C# keyword of the type.</param>
/// <param name="Bytes">Size of one value of the type.</param>
/// <param name="Real">How numbers are rounded; null where the format holds integers or bits.</param>
/// <param name="Carrier">The ideal arithmetic.</param>
/// <remarks>
/// A value's <b>bits</b> are 64 in every format: the binary64 pattern of a real number, the sign-extended integer, the word,
/// 0 or 1 for a boolean.
/// </remarks>
public sealed record ElementFormatRow(ElementFormat Format, string Name, string Keyword, int Bytes, NumberFormat? Real, CarrierKind Carrier)
{
    /// <summary>Whether values are bits: booleans or words, which no order compares.</summary>
    public bool HoldsBits => Carrier is CarrierKind.Boolean or CarrierKind.Word64;

    /// <summary>The bits of a carrier's value; real numbers are rounded once.</summary>
    /// <param name="value">A value of the carrier; Undefined stands for NaN.</param>
    /// <returns>Null for a value that is not known or of another kind.</returns>
    public long? ToBits(CarrierValue value) =>
        (value.Kind, Carrier) switch
        {
            (CarrierValueKind.Number, CarrierKind.Real) => BitConverter.DoubleToInt64Bits(
                value.AsNumber.IsDyadic || !value.AsNumber.IsFinite
                    ? Real!.Round(value.AsNumber.ToDyadic()).ToDouble()
                    : Real!.Round(value.AsNumber.ToDouble())
            ),
            (CarrierValueKind.Undefined, CarrierKind.Real) => BitConverter.DoubleToInt64Bits(double.NaN),
            (CarrierValueKind.Integer, CarrierKind.WrappingInt32 or CarrierKind.WrappingInt64) => value.AsInteger,
            (CarrierValueKind.Boolean, CarrierKind.Boolean) => value.AsBoolean ? 1 : 0,
            (CarrierValueKind.Word, CarrierKind.Word64) => unchecked((long)value.AsWord),
            _ => null,
        };

    /// <summary>The carrier's value of some bits; NaN becomes Undefined.</summary>
    /// <param name="bits">The bits of a value.</param>
    public CarrierValue FromBits(long bits) =>
        Carrier switch
        {
            CarrierKind.Real => CarrierValue.Number(BitConverter.Int64BitsToDouble(bits)),
            CarrierKind.Boolean => CarrierValue.Boolean(bits != 0),
            CarrierKind.Word64 => CarrierValue.Word(unchecked((ulong)bits)),
            _ => CarrierValue.Integer(bits),
        };
}
