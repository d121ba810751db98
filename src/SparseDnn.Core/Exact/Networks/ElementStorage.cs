using System;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Numerics;

namespace SparseDnn.Exact;

/// <summary>How the elements of a compiled network are stored, and their bits as exact numbers.</summary>
public static class ElementStorage
{
    /// <summary>The storage format of an element format, for example <c>int32:0</c> of <see cref="ElementFormat.Int32"/>.</summary>
    /// <param name="format">The element format.</param>
    public static StorageFormat Of(ElementFormat format) =>
        format switch
        {
            ElementFormat.Int32 => StorageFormats.Int32(0),
            ElementFormat.Int64 => StorageFormats.Int64,
            ElementFormat.Boolean => StorageFormats.Boolean,
            ElementFormat.Word64 => StorageFormats.Word64,
            _ => StorageFormats.Of(ElementFormats.Of(format).Real!),
        };

    /// <summary>The number of an element's bits, see <see cref="ElementFormatRow"/>; both zeros give 0, words are unsigned.</summary>
    /// <param name="bits">The bits; not of a NaN.</param>
    /// <param name="format">The element format.</param>
    internal static Dyadic ToDyadic(long bits, ElementFormat format) =>
        ElementFormats.Of(format).Real is not null ? Dyadic.FromDouble(BitConverter.Int64BitsToDouble(bits))
        : format == ElementFormat.Word64 ? new Dyadic(unchecked((ulong)bits), 0)
        : bits;

    /// <summary>The numbers of an item.</summary>
    internal static Dyadic[] ToDyadic(long[] bits, ElementFormat format) => bits.Select(value => ToDyadic(value, format)).ToArray();

    /// <summary>Whether the bits are those of a NaN.</summary>
    internal static bool IsNaN(long bits, ElementFormat format) =>
        ElementFormats.Of(format).Real is not null && double.IsNaN(BitConverter.Int64BitsToDouble(bits));
}
