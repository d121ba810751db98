using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Vectors.Codec;

/// <summary>
/// Lists of exact numbers as the bits of a format, or, where that does not hold them all, as a table of the distinct ones and indices.
/// </summary>
internal static class NumberLists
{
    private const int KindBits = 2,
        Finite = 0,
        Positive = 1,
        Negative = 2;

    public static void Write(BitWriter writer, IReadOnlyList<Dyadic> values, StorageFormat format)
    {
        if (values.Count == 0)
            return;
        if (Patterns(values, format) is { } patterns)
        {
            PatternLists.Write(writer.Flag(true), patterns, format.BitWidth);
            return;
        }

        var table = new Dictionary<Dyadic, int>();
        foreach (var value in values)
            if (!table.ContainsKey(value))
                table.Add(value, table.Count);
        writer.Flag(false).Number(table.Count);
        foreach (var entry in table.OrderBy(pair => pair.Value))
            Write(writer, entry.Key);
        IntegerLists.Write(writer, values.Select(value => table[value]).ToArray());
    }

    public static Dyadic[] Read(BitReader reader, int count, StorageFormat format)
    {
        if (count == 0)
            return [];
        if (reader.Flag())
        {
            var known = new Dictionary<ulong, Dyadic>();
            return Array.ConvertAll(
                PatternLists.Read(reader, count, format.BitWidth),
                bits =>
                {
                    if (!known.TryGetValue(bits, out var value))
                        known.Add(
                            bits,
                            value = format.TryFromBits(bits, out value)
                                ? value
                                : throw new FormatException($"0x{bits:X} is no {format} value.")
                        );
                    return value;
                }
            );
        }

        var table = reader.Array<Dyadic>(reader.Count());
        for (var i = 0; i < table.Length; i++)
            table[i] = Number(reader);
        return Array.ConvertAll(IntegerLists.Read(reader, count), index => table[index]);
    }

    /// <summary>Any number.</summary>
    public static void Write(BitWriter writer, Dyadic value)
    {
        var kind = value.Sign > 0 ? Positive : Negative;
        writer.Bits((ulong)(value.IsFinite ? Finite : kind), KindBits);
        if (!value.IsFinite)
            return;
        writer.Flag(value.Exponent < 0).Number(Math.Abs((long)value.Exponent));
        Write(writer, value.Mantissa);
    }

    public static Dyadic Number(BitReader reader)
    {
        var kind = reader.Bits(KindBits);
        if (kind != Finite)
            return kind == Positive ? Dyadic.PositiveInfinity : Dyadic.NegativeInfinity;
        var isNegative = reader.Flag();
        var exponent = reader.Number();
        return new Dyadic(Integer(reader), checked((int)(isNegative ? -exponent : exponent)));
    }

    public static void Write(BitWriter writer, BigInteger value)
    {
        var bytes = value.ToByteArray();
        writer.Number(bytes.Length);
        foreach (var part in bytes)
            writer.Bits(part, 8);
    }

    public static BigInteger Integer(BitReader reader)
    {
        var bytes = reader.Array<byte>(reader.Count());
        for (var i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)reader.Bits(8);
        return new BigInteger(bytes);
    }

    private static ulong[]? Patterns(IReadOnlyList<Dyadic> values, StorageFormat format)
    {
        var patterns = new ulong[values.Count];
        for (var i = 0; i < patterns.Length; i++)
        {
            if (values[i].IsZero)
                continue;
            if (i > 0 && values[i] == values[i - 1])
            {
                patterns[i] = patterns[i - 1];
                continue;
            }

            if (!Holds(format, values[i]))
                return null;
            patterns[i] = format.ToBits(values[i]);
        }

        return patterns;
    }

    private static bool Holds(StorageFormat format, Dyadic value) =>
        value.IsFinite ? format.IsRepresentable(value) : format is FloatingStorage { Format.HasInfinity: true };
}
