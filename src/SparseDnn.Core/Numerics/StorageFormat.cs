using System;

namespace SparseDnn.Numerics;

/// <summary>
/// Any format that weights, activations or sums may be stored in: floating point, fixed point or bits, in one description.
/// </summary>
/// <remarks>
/// A closed union: <see cref="FloatingStorage"/>, <see cref="FixedPointStorage"/> and <see cref="BitsStorage"/>. Rows are in
/// <see cref="StorageFormats"/>.
/// Every number of a format is an integer multiple of 2^<see cref="LeastExponent"/>; multiples of 2^g of magnitude at most
/// 2^(<see cref="Precision"/> + g) that lie within the range are all held exactly (g ≥ <see cref="LeastExponent"/>).
/// Equality contract: equal names.
/// </remarks>
public abstract class StorageFormat : IEquatable<StorageFormat>
{
    private readonly StorageNames _names;

    private protected StorageFormat(string name, StorageNames names) => (Name, _names) = (name, names);

    /// <summary>Name with the scale of fixed point, for example <c>binary16</c> or <c>int8:4</c>.</summary>
    public string Name { get; }

    /// <summary>Name without scale, for example <c>int8</c>.</summary>
    public abstract string BaseName { get; }

    /// <summary>The s of value = integer·2^−s; null for floating point, bits and integers without a scale.</summary>
    public abstract int? Scale { get; }

    /// <summary>Bits of one number in memory.</summary>
    public abstract int BitWidth { get; }

    /// <summary>p: significant bits; for fixed point the bits without the sign.</summary>
    public abstract int Precision { get; }

    /// <summary>e_min: every number is a multiple of 2^e_min.</summary>
    public abstract int LeastExponent { get; }

    /// <summary>Ω: the largest finite number.</summary>
    public abstract Dyadic MaxFinite { get; }

    /// <summary>The least finite number: −Ω for floating point, one step below it for fixed point.</summary>
    public abstract Dyadic MinFinite { get; }

    /// <summary>u: largest relative rounding error of a normal number; 0 for fixed point.</summary>
    public abstract double RelativeError { get; }

    /// <summary>
    /// Half the distance of the densest neighbours: largest absolute rounding error where the relative one does not hold.
    /// </summary>
    public double AbsoluteError => Math.Max(Dyadic.One.ScaleByPowerOfTwo(LeastExponent - 1).ToDouble(), double.Epsilon);

    /// <summary>NumPy type of an array of such numbers or of their bits: <c>&lt;f4</c>, <c>|i1</c>, …</summary>
    public string DType => _names.DType;

    /// <summary>Name, within the namespace System, of the type that holds a value.</summary>
    public string ClrName => _names.ClrName;

    /// <summary>The type that holds a value as C# writes it: its own where C# has one, else an unsigned integer of its bits.</summary>
    public string Keyword => _names.Keyword;

    /// <summary>That type in words.</summary>
    public string TypeText => Keyword.Replace("global::", "") + (_names.HoldsPattern ? " (its bits)" : "");

    /// <summary>Whether the format is known elsewhere by a name in lower case without dashes.</summary>
    internal bool IsCalled(string name) => System.Array.IndexOf(_names.Others, name) >= 0;

    /// <summary>The nearest number of the format, ties to even.</summary>
    /// <param name="value">The exact number; infinities overflow.</param>
    /// <param name="outcome">Whether that is the number itself, its neighbour, a rail or an infinity.</param>
    internal abstract Dyadic Round(Dyadic value, out RoundingOutcome outcome);

    /// <summary>
    /// The nearest number of the format, ties to even; ±∞ on floating-point overflow, the rail on fixed-point saturation.
    /// </summary>
    /// <param name="value">The exact number.</param>
    public Dyadic Round(Dyadic value) => Round(value, out _);

    /// <summary>Whether the format holds a finite number exactly.</summary>
    /// <param name="value">The number.</param>
    public bool IsRepresentable(Dyadic value) =>
        Round(value, out var outcome) == value && value.IsFinite && outcome == RoundingOutcome.Exact;

    /// <summary>The least finite number of the format above another one; null where there is none.</summary>
    /// <param name="value">A number of the format.</param>
    public abstract Dyadic? NextUp(Dyadic value);

    /// <summary>The greatest finite number of the format below another one; null where there is none.</summary>
    /// <param name="value">A number of the format.</param>
    public abstract Dyadic? NextDown(Dyadic value);

    /// <summary>The bit pattern in the low <see cref="BitWidth"/> bits; two's complement for fixed point.</summary>
    /// <param name="value">A number of the format.</param>
    /// <exception cref="ArgumentException">The format does not hold the number.</exception>
    public abstract ulong ToBits(Dyadic value);

    /// <summary>The number of a bit pattern; both zeros give 0.</summary>
    /// <param name="bits">The pattern in the low <see cref="BitWidth"/> bits.</param>
    /// <param name="value">The number, ±∞ included; 0 on failure.</param>
    /// <returns>False for NaN and for patterns that set unused bits.</returns>
    public abstract bool TryFromBits(ulong bits, out Dyadic value);

    /// <inheritdoc/>
    public bool Equals(StorageFormat? other) => other is not null && Name == other.Name;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as StorageFormat);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
