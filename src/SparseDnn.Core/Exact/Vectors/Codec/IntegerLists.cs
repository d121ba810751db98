using System.Collections.Generic;

namespace SparseDnn.Exact.Vectors.Codec;

/// <summary>
/// Lists of integers from 0 up, whose count is known: all in as many bits as the largest needs, or as Golomb-Rice codes, whichever is
/// shorter.
/// </summary>
/// <remarks>Six bits say how: 0 to 31 the k of the Rice code (value ≫ k in unary, then k bits), 32 + w a width of w bits.</remarks>
internal static class IntegerLists
{
    private const int KindBits = 6,
        Fixed = 32;

    public static void Write(BitWriter writer, IReadOnlyList<int> values)
    {
        if (values.Count == 0)
            return;
        var (kind, _) = Choose(values);
        writer.Bits((ulong)kind, KindBits);
        foreach (var value in values)
        {
            if (kind >= Fixed)
                writer.Bits((ulong)value, kind - Fixed);
            else
                writer.Unary(value >> kind).Bits((ulong)value, kind);
        }
    }

    public static int[] Read(BitReader reader, int count)
    {
        var values = reader.Array<int>(count);
        if (count == 0)
            return values;
        var kind = (int)reader.Bits(KindBits);
        for (var i = 0; i < count; i++)
            values[i] = checked(
                (int)(kind >= Fixed ? (long)reader.Bits(kind - Fixed) : (reader.Unary() << kind) | (long)reader.Bits(kind))
            );
        return values;
    }

    private static (int Kind, long Bits) Choose(IReadOnlyList<int> values)
    {
        ulong all = 0;
        foreach (var value in values)
            all |= (uint)value;
        var width = BitWriter.Width(all);
        (int Kind, long Bits) best = (Fixed + width, (long)values.Count * width);
        for (var k = 0; k < width; k++)
        {
            var bits = values.Count * (k + 1L);
            foreach (var value in values)
                bits += value >> k;
            if (bits < best.Bits)
                best = (k, bits);
        }

        return best;
    }
}
