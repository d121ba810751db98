using SparseDnn.Algebra;

namespace SparseDnn.Exact.Vectors.Codec;

/// <summary>The semirings of a layer by key: that of its sums, then that of its epilogue unless it is ReLU's or there is none.</summary>
internal static class SemiringsCodec
{
    public static void Write(BitWriter writer, Oscillation semirings)
    {
        TextCodec.Write(writer, semirings.Correlate.Key);
        TextCodec.WriteOptional(writer, semirings.IsOrdinary ? null : semirings.Select?.Key);
    }

    public static Oscillation Read(BitReader reader)
    {
        var correlate = SemiringKey.Resolve(TextCodec.Read(reader));
        return TextCodec.ReadOptional(reader) is { } select ? new(correlate, SemiringKey.Resolve(select)) : Oscillation.Over(correlate);
    }
}
