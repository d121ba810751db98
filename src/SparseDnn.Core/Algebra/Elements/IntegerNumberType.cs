using System;
using System.Globalization;
using SparseDnn.Algebra.Values;
using SparseDnn.Numerics;

namespace SparseDnn.Algebra.Elements;

/// <summary>Two's complement integers that wrap around.</summary>
internal sealed class IntegerNumberType : NumberType
{
    private readonly long _least;
    private readonly long _greatest;
    private readonly string _suffix;

    /// <param name="format">How declarations call it.</param>
    /// <param name="keyword">The type that holds a value.</param>
    /// <param name="clrName">Name of that type.</param>
    /// <param name="storage">Its width.</param>
    /// <param name="carrier">The wrapping arithmetic.</param>
    /// <param name="saturating">The saturating arithmetic of the same width; null where there is none.</param>
    /// <param name="suffix">What C# writes behind a number.</param>
    public IntegerNumberType(
        ElementFormat format,
        string keyword,
        string clrName,
        StorageFormat storage,
        CarrierKind carrier,
        CarrierKind? saturating,
        string suffix
    )
        : base(format, storage.BaseName, keyword, clrName, storage, carrier)
    {
        _greatest = long.MaxValue >> (64 - storage.BitWidth);
        _least = -_greatest - 1;
        (SaturatingCarrier, _suffix) = (saturating ?? carrier, suffix);
    }

    /// <inheritdoc/>
    public override CarrierKind SaturatingCarrier { get; }

    /// <inheritdoc/>
    public override string? WholeRange => FormattableString.Invariant($"{_least} to {_greatest}");

    /// <inheritdoc/>
    public override long? FromWhole(double number)
    {
        // One beyond the greatest, which double holds in every width though it rounds the greatest long up to it.
        var beyond = -(double)_least;
        return number >= _least && number < beyond ? (long)number : null;
    }

    /// <inheritdoc/>
    public override long? ToBits(CarrierValue value) => value.Kind == CarrierValueKind.Integer ? value.AsInteger : null;

    /// <inheritdoc/>
    public override CarrierValue FromBits(long bits) => CarrierValue.Integer(bits);

    /// <inheritdoc/>
    public override ulong Pack(long bits) => unchecked((ulong)bits) & (ulong.MaxValue >> (64 - Storage.BitWidth));

    /// <inheritdoc/>
    public override long Unpack(ulong pattern)
    {
        // Shifting up and back copies the sign.
        var unused = 64 - Storage.BitWidth;
        return unchecked((long)(pattern << unused)) >> unused;
    }

    /// <inheritdoc/>
    public override string Literal(long bits) =>
        bits == _least ? Keyword + ".MinValue" : bits.ToString(CultureInfo.InvariantCulture) + _suffix;

    /// <inheritdoc/>
    public override Dyadic ToDyadic(long bits) => bits;

    /// <inheritdoc/>
    public override string? Fault(long bits) => bits < _least || bits > _greatest ? $"it is an {Name} value" : null;

    /// <inheritdoc/>
    private protected override CarrierValue FromOwnConstant(object constant) =>
        CarrierValue.Integer(Convert.ToInt64(constant, CultureInfo.InvariantCulture));
}
