namespace SparseDnn.Numerics;

/// <summary>A floating-point format as a <see cref="StorageFormat"/>.</summary>
internal sealed class FloatingStorage : StorageFormat
{
    internal FloatingStorage(NumberFormat format, StorageNames names)
        : base(format.Name, names) => Format = format;

    /// <summary>The format.</summary>
    public NumberFormat Format { get; }

    /// <inheritdoc/>
    public override string BaseName => Format.Name;

    /// <inheritdoc/>
    public override int? Scale => null;

    /// <inheritdoc/>
    public override int BitWidth => Format.BitWidth;

    /// <inheritdoc/>
    public override int Precision => Format.Precision;

    /// <inheritdoc/>
    public override int LeastExponent => Format.LeastExponent;

    /// <inheritdoc/>
    public override Dyadic MaxFinite => Format.MaxFinite;

    /// <inheritdoc/>
    public override Dyadic MinFinite => -Format.MaxFinite;

    /// <inheritdoc/>
    public override double RelativeError => Format.UnitRoundoff;

    /// <inheritdoc/>
    internal override Dyadic Round(Dyadic value, out RoundingOutcome outcome)
    {
        var rounded = Format.Round(value);
        if (!rounded.IsFinite)
            outcome = RoundingOutcome.Overflowed;
        else if (rounded == value)
            outcome = RoundingOutcome.Exact;
        else
            outcome = RoundingOutcome.Rounded;
        return rounded;
    }

    /// <inheritdoc/>
    public override Dyadic? NextUp(Dyadic value) => Finite(Format.NextUp(value.ToDouble()));

    /// <inheritdoc/>
    public override Dyadic? NextDown(Dyadic value) => Finite(Format.NextDown(value.ToDouble()));

    /// <inheritdoc/>
    public override ulong ToBits(Dyadic value) => Format.ToBits(value);

    /// <inheritdoc/>
    public override bool TryFromBits(ulong bits, out Dyadic value) => Format.TryFromBits(bits, out value);

    private static Dyadic? Finite(double value) => double.IsInfinity(value) ? null : Dyadic.FromDouble(value);
}
