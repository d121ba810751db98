using System;

namespace SparseDnn;

/// <summary>
/// Items of bits, packed: bit j of an item is bit j mod 8 of its byte j / 8, least significant first; every item begins on a byte.
/// </summary>
/// <remarks>
/// What image sets of zeros and ones are stored as: an eighth of a byte a pixel instead of four bytes, so that batches are not bound by
/// memory.
/// </remarks>
public readonly ref struct BitMatrix
{
    /// <summary>Wraps packed bits.</summary>
    /// <param name="bytes">Item after item, at least <paramref name="items"/> × ⌈<paramref name="columns"/> / 8⌉ bytes; unused bits of an
    /// item's last byte do not matter.</param>
    /// <param name="items">Number of items.</param>
    /// <param name="columns">Bits in an item.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative.</exception>
    /// <exception cref="ArgumentException">There are too few bytes.</exception>
    public BitMatrix(ReadOnlySpan<byte> bytes, int items, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(items);
        ArgumentOutOfRangeException.ThrowIfNegative(columns);
        BytesPerItem = (columns + 7) / 8;
        if (bytes.Length < (long)items * BytesPerItem)
            throw new ArgumentException(
                $"{items} items of {columns} bits take {items} × {BytesPerItem} = {(long)items * BytesPerItem} bytes, but there "
                    + $"are {bytes.Length}.",
                nameof(bytes)
            );
        Bytes = bytes;
        Items = items;
        Columns = columns;
    }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Number of items.</summary>
    public int Items { get; }

    /// <summary>Bits in an item.</summary>
    public int Columns { get; }

    /// <summary>Bytes of an item.</summary>
    public int BytesPerItem { get; }

    /// <summary>Packs values: whatever is not 0 becomes a set bit.</summary>
    /// <param name="values">Item after item.</param>
    /// <param name="columns">Values in an item, at least 1.</param>
    /// <returns>The bytes of such a matrix.</returns>
    /// <exception cref="ArgumentException">The values are not whole items.</exception>
    public static byte[] Pack(ReadOnlySpan<float> values, int columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (values.Length % columns != 0)
            throw new ArgumentException($"{values.Length} values are not whole items of {columns}.", nameof(values));
        var stride = (columns + 7) / 8;
        var bytes = new byte[values.Length / columns * stride];
        for (var i = 0; i < values.Length; i++)
            if (values[i] != 0)
                bytes[(i / columns * stride) + (i % columns / 8)] |= (byte)(1 << (i % columns % 8));
        return bytes;
    }
}
