using System.Linq;

namespace SparseDnn.Exact.Vectors.Codec;

/// <summary>Texts: seven bits a character where all are ASCII, else sixteen.</summary>
internal static class TextCodec
{
    private const int Ascii = 7,
        Unit = 16;

    public static void Write(BitWriter writer, string text)
    {
        var width = text.All(c => c < 1 << Ascii) ? Ascii : Unit;
        writer.Number(text.Length).Flag(width == Ascii);
        foreach (var c in text)
            writer.Bits(c, width);
    }

    public static string Read(BitReader reader)
    {
        var text = reader.Array<char>(reader.Count());
        var width = reader.Flag() ? Ascii : Unit;
        for (var i = 0; i < text.Length; i++)
            text[i] = (char)reader.Bits(width);
        return new string(text);
    }

    public static void WriteOptional(BitWriter writer, string? text)
    {
        writer.Flag(text is not null);
        if (text is not null)
            Write(writer, text);
    }

    public static string? ReadOptional(BitReader reader) => reader.Flag() ? Read(reader) : null;
}
