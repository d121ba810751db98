using SparseDnn.Algebra.Values;
using SparseDnn.Numerics;

namespace SparseDnn.Algebra.Elements;

/// <summary>Truth values; kernels hold 64 items in a word.</summary>
internal sealed class BooleanNumberType()
    : NumberType(ElementFormat.Boolean, "bool", "bool", "Boolean", StorageFormats.Boolean, CarrierKind.Boolean)
{
    /// <inheritdoc/>
    public override string KernelKeyword => "ulong";

    /// <inheritdoc/>
    public override long? FromWhole(double number) => number is 0 or 1 ? (long)number : null;

    /// <inheritdoc/>
    public override long? ToBits(CarrierValue value)
    {
        if (value.Kind != CarrierValueKind.Boolean)
            return null;
        return value.AsBoolean ? 1 : 0;
    }

    /// <inheritdoc/>
    public override CarrierValue FromBits(long bits) => CarrierValue.Boolean(bits != 0);

    /// <inheritdoc/>
    public override ulong Pack(long bits) => unchecked((ulong)bits);

    /// <inheritdoc/>
    public override long Unpack(ulong pattern) => unchecked((long)pattern);

    /// <inheritdoc/>
    public override string Literal(long bits) => bits != 0 ? "ulong.MaxValue" : "0UL";

    /// <inheritdoc/>
    public override Dyadic ToDyadic(long bits) => bits;

    /// <inheritdoc/>
    public override string? Fault(long bits) => bits is 0 or 1 ? null : "it is 0 or 1";

    /// <inheritdoc/>
    private protected override CarrierValue FromOwnConstant(object constant) => CarrierValue.Boolean((bool)constant);
}
