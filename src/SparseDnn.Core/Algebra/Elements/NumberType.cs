using System;
using SparseDnn.Algebra.Values;
using SparseDnn.Numerics;

namespace SparseDnn.Algebra.Elements;

/// <summary>
/// Everything that the stages, the generator and the editor ask of a number type: how its values are stored, what they are computed in,
/// and how they are written.
/// </summary>
/// <remarks>
/// A value's <b>bits</b> are 64 in every type: the binary64 pattern of a real number, the sign-extended integer, the word, 0 or 1 for a
/// boolean. They are not its <b>pattern</b>, which is what memory holds: <see cref="Pack"/> and <see cref="Unpack"/> go between the two.
/// Equality contract: by reference; there is one object a type, a row of <see cref="NumberTypes"/>.
/// </remarks>
internal abstract class NumberType
{
    private protected NumberType(
        ElementFormat format,
        string name,
        string keyword,
        string clrName,
        StorageFormat storage,
        CarrierKind carrier
    )
    {
        (Format, Name, Keyword, ClrName, Storage, Carrier) = (format, name, keyword, clrName, storage, carrier);
        Bytes = (storage.BitWidth + 7) / 8;
    }

    /// <summary>How declarations call it.</summary>
    public ElementFormat Format { get; }

    /// <summary>Name in texts.</summary>
    public string Name { get; }

    /// <summary>The type that holds a value as C# writes it; an unsigned integer of its bits where C# has none.</summary>
    public string Keyword { get; }

    /// <summary>Name of that type within the namespace System.</summary>
    public string ClrName { get; }

    /// <summary>How values are stored: rounding, range, exact numbers, NumPy's name.</summary>
    public StorageFormat Storage { get; }

    /// <summary>The ideal arithmetic.</summary>
    public CarrierKind Carrier { get; }

    /// <summary>Bytes of one value.</summary>
    public int Bytes { get; }

    /// <summary>16-bit units of one value in encoded tables.</summary>
    public int Units => (Bytes + 1) / 2;

    /// <summary>
    /// The type of activations, products and sums where weights are stored in this one: itself, unless it only stores weights.
    /// </summary>
    public virtual NumberType Accumulator => this;

    /// <summary>Whether networks compute in it; otherwise it only stores weights.</summary>
    public bool IsElement => ReferenceEquals(Accumulator, this);

    /// <summary>What kernels compute in as C# writes it.</summary>
    public virtual string KernelKeyword => Keyword;

    /// <summary>How numbers are rounded; null where the type holds integers or bits.</summary>
    public NumberFormat? Real => (Storage as FloatingStorage)?.Format;

    /// <summary>Whether values are floating-point numbers.</summary>
    public bool IsReal => Storage is FloatingStorage;

    /// <summary>Whether values are integers that wrap around, words among them.</summary>
    public bool IsInteger => !IsReal && Carrier != CarrierKind.Boolean;

    /// <summary>Whether values are bits: booleans or words, which no order compares.</summary>
    public bool HoldsBits => Storage is BitsStorage;

    /// <summary>The saturating arithmetic of the same width; the own one where there is none.</summary>
    public virtual CarrierKind SaturatingCarrier => Carrier;

    /// <summary>What whole numbers it holds, in words; null where it rounds, or knows 0 and 1 only.</summary>
    public virtual string? WholeRange => null;

    /// <summary>The bits of a whole number.</summary>
    /// <param name="number">A whole number.</param>
    /// <returns>Null where the type does not hold it.</returns>
    public abstract long? FromWhole(double number);

    /// <summary>The bits of a carrier's value; real numbers are rounded once.</summary>
    /// <param name="value">A value of the carrier; Undefined stands for NaN.</param>
    /// <returns>Null for a value that is not known or of another kind.</returns>
    public abstract long? ToBits(CarrierValue value);

    /// <summary>The carrier's value of some bits; NaN becomes Undefined.</summary>
    /// <param name="bits">The bits of a value.</param>
    public abstract CarrierValue FromBits(long bits);

    /// <summary>The carrier's value of a compiler's constant; Undefined for NaN; null where it is of another type.</summary>
    /// <param name="constant">A boxed constant.</param>
    public CarrierValue? FromConstant(object? constant) => constant?.GetType().Name == ClrName ? FromOwnConstant(constant!) : null;

    /// <summary>The count of a shift as a value, which has the same bits below the width.</summary>
    /// <param name="count">The count.</param>
    public virtual CarrierValue ShiftCount(int count) => CarrierValue.Integer(count);

    /// <summary>What memory holds for a value, in the low bits.</summary>
    /// <param name="bits">The bits of a value that the type holds exactly.</param>
    public abstract ulong Pack(long bits);

    /// <summary>The bits of a value in memory.</summary>
    /// <param name="pattern">What memory holds, in the low bits.</param>
    public abstract long Unpack(ulong pattern);

    /// <summary>A value as C# writes it for the kernels, which compute in the <see cref="Accumulator"/>.</summary>
    /// <param name="bits">The bits of a value.</param>
    public abstract string Literal(long bits);

    /// <summary>A carrier's value as C# writes it for the kernels; Undefined is NaN.</summary>
    /// <param name="value">A value that the type holds.</param>
    public string Literal(CarrierValue value) => ToBits(value) is { } bits ? Literal(bits) : Keyword + ".NaN";

    /// <summary>The exact number; both zeros give 0, words are unsigned.</summary>
    /// <param name="bits">The bits; not of a NaN.</param>
    public abstract Dyadic ToDyadic(long bits);

    /// <summary>Whether the bits are those of a NaN.</summary>
    /// <param name="bits">Any bits of the type.</param>
    public virtual bool IsNaN(long bits) => false;

    /// <summary>What is wrong with bits that should be a finite value of the type, as "it is finite"; null where nothing is.</summary>
    /// <param name="bits">Any 64 bits.</param>
    public abstract string? Fault(long bits);

    /// <summary>The exact numbers of an item.</summary>
    /// <param name="bits">The bits of each value; none of a NaN.</param>
    internal Dyadic[] ToDyadic(long[] bits) => Array.ConvertAll(bits, ToDyadic);

    /// <summary>The value of a constant of <see cref="ClrName"/>'s type.</summary>
    private protected abstract CarrierValue FromOwnConstant(object constant);

    /// <inheritdoc/>
    public override string ToString() => Name;
}
