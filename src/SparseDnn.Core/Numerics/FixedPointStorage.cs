using System;
using System.Globalization;
using System.Numerics;

namespace SparseDnn.Numerics;

/// <summary>Two's complement integers with a common scale: value = integer·2^−scale, or without one: value = integer.</summary>
internal sealed class FixedPointStorage : StorageFormat
{
    internal FixedPointStorage(string baseName, int bitWidth, StorageNames names, int? scale)
        : base(scale is null ? baseName : string.Format(CultureInfo.InvariantCulture, "{0}:{1}", baseName, scale), names)
    {
        BaseName = baseName;
        BitWidth = bitWidth;
        Scale = scale;
        LeastExponent = -(scale ?? 0);
        MaxFinite = new Dyadic((BigInteger.One << (bitWidth - 1)) - 1, LeastExponent);
        MinFinite = new Dyadic(-(BigInteger.One << (bitWidth - 1)), LeastExponent);
    }

    /// <inheritdoc/>
    public override string BaseName { get; }

    /// <inheritdoc/>
    public override int? Scale { get; }

    /// <inheritdoc/>
    public override int BitWidth { get; }

    /// <inheritdoc/>
    public override int Precision => BitWidth - 1;

    /// <inheritdoc/>
    public override int LeastExponent { get; }

    /// <inheritdoc/>
    public override Dyadic MaxFinite { get; }

    /// <inheritdoc/>
    public override Dyadic MinFinite { get; }

    /// <inheritdoc/>
    public override double RelativeError => 0;

    /// <inheritdoc/>
    internal override Dyadic Round(Dyadic value, out RoundingOutcome outcome)
    {
        // No precision limit within the range, so that only the common quantum rounds.
        var rounded = value.IsFinite ? value.RoundToFormat(int.MaxValue, LeastExponent) : value;
        if (rounded > MaxFinite || rounded < MinFinite)
            outcome = RoundingOutcome.Saturated;
        else if (rounded == value)
            outcome = RoundingOutcome.Exact;
        else
            outcome = RoundingOutcome.Rounded;
        return Dyadic.Max(MinFinite, Dyadic.Min(MaxFinite, rounded));
    }

    /// <inheritdoc/>
    public override Dyadic? NextUp(Dyadic value) => value >= MaxFinite ? null : value + Dyadic.One.ScaleByPowerOfTwo(LeastExponent);

    /// <inheritdoc/>
    public override Dyadic? NextDown(Dyadic value) => value <= MinFinite ? null : value - Dyadic.One.ScaleByPowerOfTwo(LeastExponent);

    /// <inheritdoc/>
    public override ulong ToBits(Dyadic value)
    {
        if (!IsRepresentable(value))
            throw new ArgumentException($"{value} is not a {Name} number; round it first.", nameof(value));
        var integer = value.IsZero ? 0L : (long)(value.Mantissa << (value.Exponent - LeastExponent));
        return unchecked((ulong)integer) & Mask;
    }

    /// <inheritdoc/>
    public override bool TryFromBits(ulong bits, out Dyadic value)
    {
        value = default;
        if ((bits & ~Mask) != 0)
            return false;
        // Shifting up and back copies the sign.
        var integer = unchecked((long)(bits << (64 - BitWidth))) >> (64 - BitWidth);
        value = new Dyadic(new BigInteger(integer), LeastExponent);
        return true;
    }

    private ulong Mask => ulong.MaxValue >> (64 - BitWidth);
}
