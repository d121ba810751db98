using System;

namespace SparseDnn.Exact;

/// <summary>Test vectors as one string of letters, base64: the form that makes the smallest source. Lossless.</summary>
/// <remarks>
/// 16-bit units, least significant byte first: two of checksum (FNV-1a over the others), then bits, least significant first, filled up with
/// zeros. Numbers are the bits of
/// their formats, of which equal ones, zeros and tables cost little; equal layers and equal rows of a layer stand once.
/// The text is for the version of the library that wrote it.
/// </remarks>
public static class VectorCodec
{
    private const int ChecksumUnits = 2;

    /// <summary>Encodes.</summary>
    /// <param name="vectors">The vectors.</param>
    /// <exception cref="ArgumentException">The network's sizes contradict each other.</exception>
    public static string Encode(VectorSet vectors)
    {
        if (vectors.Network.Check() is { } fault)
            throw new ArgumentException(fault, nameof(vectors));
        var units = new VectorEncoder(vectors).Write().ToUnits();
        var text = new char[units.Length + ChecksumUnits];
        for (var i = 0; i < units.Length; i++)
            text[i + ChecksumUnits] = (char)units[i];
        var checksum = Checksum(text.AsSpan(ChecksumUnits));
        (text[0], text[1]) = ((char)(ushort)checksum, (char)(checksum >> 16));
        var bytes = new byte[2 * text.Length];
        for (var i = 0; i < text.Length; i++)
            (bytes[2 * i], bytes[(2 * i) + 1]) = (unchecked((byte)text[i]), (byte)(text[i] >> 8));
        return Convert.ToBase64String(bytes);
    }

    /// <summary>Decodes what <see cref="Encode"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">The text is damaged, cut, or of another version.</exception>
    public static VectorSet Decode(string text)
    {
        text = Units(text);
        if (text.Length <= ChecksumUnits || Checksum(text.AsSpan(ChecksumUnits)) != (text[0] | ((uint)text[1] << 16)))
            throw new FormatException("The vectors are damaged: their checksum does not fit.");
        try
        {
            var reader = new BitReader(text, ChecksumUnits);
            var vectors = new VectorDecoder(reader).Read();
            return reader.AtEnd ? vectors : throw new FormatException("The vectors are longer than they say.");
        }
        catch (Exception exception) when (exception is ArgumentException or ArithmeticException or IndexOutOfRangeException)
        {
            throw new FormatException("The vectors contradict themselves.", exception);
        }
    }

    private static string Units(string text)
    {
        var bytes = Convert.FromBase64String(text ?? "");
        // Letters have spellings that decoders forgive; the checksum does not see those.
        if (bytes.Length % 2 != 0 || Convert.ToBase64String(bytes) != text)
            throw new FormatException("The vectors are damaged: they are not written as the library writes them.");
        var units = new char[bytes.Length / 2];
        for (var i = 0; i < units.Length; i++)
            units[i] = (char)(bytes[2 * i] | (bytes[(2 * i) + 1] << 8));
        return new string(units);
    }

    private static uint Checksum(ReadOnlySpan<char> units)
    {
        var hash = 2166136261u;
        foreach (var unit in units)
            hash = unchecked((hash ^ unit) * 16777619u);
        return hash;
    }
}
