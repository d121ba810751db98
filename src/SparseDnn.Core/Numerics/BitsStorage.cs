using System;
using System.Numerics;

namespace SparseDnn.Numerics;

/// <summary>Truth values and sets of bits as unsigned integers: what or-and and its kin store.</summary>
internal sealed class BitsStorage : StorageFormat
{
    internal BitsStorage(string name, int bits, StorageNames names)
        : base(name, names)
    {
        BitWidth = bits;
        MaxFinite = new Dyadic((BigInteger.One << bits) - 1, 0);
    }

    /// <inheritdoc/>
    public override string BaseName => Name;

    /// <inheritdoc/>
    public override int? Scale => null;

    /// <inheritdoc/>
    public override int BitWidth { get; }

    /// <inheritdoc/>
    public override int Precision => BitWidth;

    /// <inheritdoc/>
    public override int LeastExponent => 0;

    /// <inheritdoc/>
    public override Dyadic MaxFinite { get; }

    /// <inheritdoc/>
    public override Dyadic MinFinite => Dyadic.Zero;

    /// <inheritdoc/>
    public override double RelativeError => 0;

    /// <inheritdoc/>
    internal override Dyadic Round(Dyadic value, out RoundingOutcome outcome)
    {
        var rounded = value.IsFinite ? value.RoundToFormat(int.MaxValue, 0) : value;
        if (rounded > MaxFinite || rounded.Sign < 0)
            outcome = RoundingOutcome.Saturated;
        else if (rounded == value)
            outcome = RoundingOutcome.Exact;
        else
            outcome = RoundingOutcome.Rounded;
        return Dyadic.Max(MinFinite, Dyadic.Min(MaxFinite, rounded));
    }

    /// <inheritdoc/>
    public override Dyadic? NextUp(Dyadic value) => value >= MaxFinite ? null : value + 1;

    /// <inheritdoc/>
    public override Dyadic? NextDown(Dyadic value) => value.Sign <= 0 ? null : value - 1;

    /// <inheritdoc/>
    public override ulong ToBits(Dyadic value)
    {
        if (!IsRepresentable(value))
            throw new ArgumentException($"{value} is not a {Name} value; round it first.", nameof(value));
        return value.IsZero ? 0 : (ulong)(value.Mantissa << value.Exponent);
    }

    /// <inheritdoc/>
    public override bool TryFromBits(ulong bits, out Dyadic value)
    {
        value = new Dyadic(new BigInteger(bits), 0);
        if (value <= MaxFinite)
            return true;
        value = default;
        return false;
    }
}
