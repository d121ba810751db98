using System;
using System.Collections.Generic;
using System.Linq;

namespace SparseDnn.Exact.Vectors.Codec;

/// <summary>Lists of bit patterns of one width, in the shortest of four forms.</summary>
/// <remarks>
/// Two bits say which: one pattern for all; every pattern; the distinct patterns and the index of each; the gaps between
/// patterns that are not 0 and then these, which in turn are in one of the first three forms.
/// </remarks>
internal static class PatternLists
{
    private const int Constant = 0,
        Plain = 1,
        Table = 2,
        Gaps = 3,
        FormBits = 2;

    public static void Write(BitWriter writer, IReadOnlyList<ulong> values, int width)
    {
        if (values.Count == 0)
            return;
        var distinct = Distinct(values);
        if (distinct.Count == 1)
        {
            writer.Bits(Constant, FormBits).Bits(values[0], width);
            return;
        }

        BitWriter?[] forms =
        [
            AsPlain(values, width),
            (long)distinct.Count * 2 <= values.Count ? AsTable(values, distinct, width) : null,
            distinct.ContainsKey(0) ? AsGaps(values, width) : null,
        ];
        writer.Append(forms.Where(form => form is not null).OrderBy(form => form!.BitLength).First()!);
    }

    public static ulong[] Read(BitReader reader, int count, int width)
    {
        var values = reader.Array<ulong>(count);
        if (count == 0)
            return values;
        switch ((int)reader.Bits(FormBits))
        {
            case Constant:
                values.AsSpan().Fill(reader.Bits(width));
                break;
            case Plain:
                for (var i = 0; i < count; i++)
                    values[i] = reader.Bits(width);
                break;
            case Table:
                var table = reader.Array<ulong>(reader.Count());
                for (var i = 0; i < table.Length; i++)
                    table[i] = reader.Bits(width);
                var indices = IntegerLists.Read(reader, count);
                for (var i = 0; i < count; i++)
                    values[i] = table[indices[i]];
                break;
            default:
                var gaps = IntegerLists.Read(reader, reader.Count());
                var present = Read(reader, gaps.Length, width);
                for (int i = 0, next = 0; i < gaps.Length; i++, next++)
                    values[next += gaps[i]] = present[i];
                break;
        }

        return values;
    }

    private static Dictionary<ulong, int> Distinct(IReadOnlyList<ulong> values)
    {
        var distinct = new Dictionary<ulong, int>();
        foreach (var value in values)
            if (!distinct.ContainsKey(value))
                distinct.Add(value, distinct.Count);
        return distinct;
    }

    private static BitWriter AsPlain(IReadOnlyList<ulong> values, int width)
    {
        var writer = new BitWriter().Bits(Plain, FormBits);
        foreach (var value in values)
            writer.Bits(value, width);
        return writer;
    }

    private static BitWriter AsTable(IReadOnlyList<ulong> values, Dictionary<ulong, int> distinct, int width)
    {
        var writer = new BitWriter().Bits(Table, FormBits).Number(distinct.Count);
        foreach (var value in distinct.OrderBy(pair => pair.Value))
            writer.Bits(value.Key, width);
        IntegerLists.Write(writer, values.Select(value => distinct[value]).ToArray());
        return writer;
    }

    private static BitWriter AsGaps(IReadOnlyList<ulong> values, int width)
    {
        var (gaps, present) = (new List<int>(), new List<ulong>());
        var last = -1;
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] == 0)
                continue;
            gaps.Add(i - last - 1);
            present.Add(values[i]);
            last = i;
        }

        var writer = new BitWriter().Bits(Gaps, FormBits).Number(gaps.Count);
        IntegerLists.Write(writer, gaps);
        Write(writer, present, width);
        return writer;
    }
}
