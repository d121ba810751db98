using System;
using SparseDnn.Contract;

namespace SparseDnn.Exact.Vectors.Codec;

/// <summary>Test vectors as one string of letters, base64: the form that makes the smallest source. Lossless.</summary>
/// <remarks>
/// 16-bit units, least significant byte first: the header of every generated text with its contract and checksum, then bits, least
/// significant first, filled up with zeros. Numbers are the bits of their formats, of which equal ones, zeros and tables cost little;
/// equal layers and equal rows of a layer stand once. A text is read by every later library that understands its contract.
/// </remarks>
internal static class VectorCodec
{
    /// <summary>Encodes.</summary>
    /// <param name="vectors">The vectors.</param>
    /// <exception cref="ArgumentException">The network's sizes contradict each other.</exception>
    public static string Encode(VectorSet vectors)
    {
        if (vectors.Network.Check() is { } fault)
            throw new ArgumentException(fault, nameof(vectors));
        var units = new VectorEncoder(vectors).Write().ToUnits();
        var text = new char[UnitHeader.Length + units.Length];
        for (var i = 0; i < units.Length; i++)
            text[UnitHeader.Length + i] = (char)units[i];
        UnitHeader.Seal(text, ContractUnit.Vectors);
        var bytes = new byte[2 * text.Length];
        for (var i = 0; i < text.Length; i++)
            (bytes[2 * i], bytes[(2 * i) + 1]) = (unchecked((byte)text[i]), (byte)(text[i] >> 8));
        return Convert.ToBase64String(bytes);
    }

    /// <summary>Decodes what <see cref="Encode"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ContractException">The text is damaged, cut, or of a contract that is not understood.</exception>
    public static VectorSet Decode(string text)
    {
        var units = Units(text);
        UnitHeader.Open(units, ContractUnit.Vectors);
        var reader = new BitReader(units, UnitHeader.Length);
        VectorSet vectors;
        try
        {
            vectors = new VectorDecoder(reader).Read();
        }
        catch (Exception exception)
            when (exception is FormatException or ArgumentException or ArithmeticException or IndexOutOfRangeException)
        {
            throw ContractException.Damaged(ContractUnit.Vectors, "it contradicts itself", exception);
        }

        return reader.AtEnd ? vectors : throw ContractException.Damaged(ContractUnit.Vectors, "it is longer than it says");
    }

    private static char[] Units(string text)
    {
        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(text ?? "");
        }
        catch (FormatException exception)
        {
            throw ContractException.Damaged(ContractUnit.Vectors, "it is no base64", exception);
        }

        // Letters have spellings that decoders forgive; the checksum does not see those.
        if (bytes.Length % 2 != 0 || Convert.ToBase64String(bytes) != text)
            throw ContractException.Damaged(ContractUnit.Vectors, "it is not written as the generator writes it");
        var units = new char[bytes.Length / 2];
        for (var i = 0; i < units.Length; i++)
            units[i] = (char)(bytes[2 * i] | (bytes[(2 * i) + 1] << 8));
        return units;
    }
}
