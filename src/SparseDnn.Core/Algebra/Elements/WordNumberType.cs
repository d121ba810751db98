using System;
using System.Globalization;
using SparseDnn.Algebra.Values;
using SparseDnn.Numerics;

namespace SparseDnn.Algebra.Elements;

/// <summary>Words of 64 bits: 64 items, or a set of 64 labels.</summary>
internal sealed class WordNumberType()
    : NumberType(ElementFormat.Word64, "word64", "ulong", "UInt64", StorageFormats.Word64, CarrierKind.Word64)
{
    /// <inheritdoc/>
    public override string? WholeRange => FormattableString.Invariant($"0 to {ulong.MaxValue}");

    /// <inheritdoc/>
    public override long? FromWhole(double number) => number is >= 0 and < ulong.MaxValue ? unchecked((long)(ulong)number) : null;

    /// <inheritdoc/>
    public override long? ToBits(CarrierValue value) => value.Kind == CarrierValueKind.Word ? unchecked((long)value.AsWord) : null;

    /// <inheritdoc/>
    public override CarrierValue FromBits(long bits) => CarrierValue.Word(unchecked((ulong)bits));

    /// <inheritdoc/>
    public override CarrierValue ShiftCount(int count) => CarrierValue.Word(unchecked((ulong)count));

    /// <inheritdoc/>
    public override ulong Pack(long bits) => unchecked((ulong)bits);

    /// <inheritdoc/>
    public override long Unpack(ulong pattern) => unchecked((long)pattern);

    /// <inheritdoc/>
    public override string Literal(long bits) =>
        bits is >= 0 and < 10
            ? bits.ToString(CultureInfo.InvariantCulture) + "UL"
            : "0x" + bits.ToString("X", CultureInfo.InvariantCulture) + "UL";

    /// <inheritdoc/>
    public override Dyadic ToDyadic(long bits) => new(unchecked((ulong)bits), 0);

    /// <inheritdoc/>
    public override string? Fault(long bits) => null;

    /// <inheritdoc/>
    private protected override CarrierValue FromOwnConstant(object constant) => CarrierValue.Word((ulong)constant);
}
