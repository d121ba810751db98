using System;
using System.Globalization;
using System.Linq;
using System.Text;
using SparseDnn.Inputs.Numpy;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Vectors;

/// <summary>Encodes and decodes .npy files of version 1.0.</summary>
/// <remarks>
/// Layout: <c>\x93NUMPY</c>, 1, 0, the header's length in 2 bytes, a Python dictionary with descr, fortran_order and
/// shape, padded with blanks and ended by <c>\n</c> so that the data begin at a multiple of 64 bytes; then the data.
/// Source: NumPy enhancement proposal 1.
/// </remarks>
internal static class NpyFile
{
    private const int Alignment = 64;
    private const int FixedPart = 10; // magic, version and length
    private const int MaxShown = 100; // characters of a faulty header

    private static readonly byte[] Magic = [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];
    private static readonly string[] DTypes = ["<f8", "<f4", "<f2", "<u8", "<u4", "<u2", "|u1", "|i1", "<i2", "<i4"];

    /// <summary>The bytes of a file.</summary>
    /// <param name="array">The array.</param>
    public static byte[] Write(NpyArray array)
    {
        var shape = string.Join(", ", array.Shape.Select(length => length.ToString(CultureInfo.InvariantCulture)));
        var header = $"{{'descr': '{array.DType}', 'fortran_order': False, 'shape': ({shape}{(array.Shape.Count == 1 ? "," : "")}), }}";
        var length = ((FixedPart + header.Length + 1 + Alignment - 1) / Alignment * Alignment) - FixedPart;
        header = header.PadRight(length - 1) + "\n";
        var size = array.ElementSize;
        var file = new byte[FixedPart + length + (size * array.Elements.Count)];
        Magic.CopyTo(file, 0);
        (file[6], file[7], file[8], file[9]) = (1, 0, (byte)length, (byte)(length >> 8));
        Encoding.ASCII.GetBytes(header, 0, length, file, FixedPart);
        var at = FixedPart + length;
        foreach (var element in array.Elements)
            for (var i = 0; i < size; i++)
                file[at++] = unchecked((byte)(element >> (8 * i)));
        return file;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="fault">What is wrong, with the offset in bytes and the remedy; null on success.</param>
    /// <returns>The array; null on failure.</returns>
    public static NpyArray? Read(byte[] file, out string? fault)
    {
        fault = null;
        if (file.Length < FixedPart || !Magic.SequenceEqual(file.Take(Magic.Length)))
            return Fail("byte 0: this is no .npy file; write it with numpy.save", out fault);
        if (file[6] != 1 || file[7] != 0)
            return Fail($"byte 6: the version is {file[6]}.{file[7]}; write version 1.0", out fault);
        var length = file[8] | (file[9] << 8);
        if (file.Length < FixedPart + length)
            return Fail($"byte 8: the header should have {length} bytes but the file ends after {file.Length - FixedPart}", out fault);
        var text = Encoding.ASCII.GetString(file, FixedPart, length);
        if (NpyHeader.Read(text, out var found) is not { } header)
            return Fail($"byte {FixedPart + found!.Value.Offset}: {found.Value.Message}; the header is {Shown(text)}", out fault);
        if (Array.IndexOf(DTypes, header.DType) < 0)
            return Fail(
                $"byte {FixedPart}: the type '{header.DType}' is not one of {string.Join(", ", DTypes)}; convert the array with astype",
                out fault
            );
        if (header.IsFortran)
            return Fail($"byte {FixedPart}: the array is in Fortran order; convert it with numpy.ascontiguousarray", out fault);
        return Elements(file, FixedPart + length, header, out fault);
    }

    private static NpyArray? Elements(byte[] file, int start, NpyHeader header, out string? fault)
    {
        long count = 1;
        var shape = new int[header.Shape.Count];
        for (var i = 0; i < shape.Length; i++)
            if (
                !int.TryParse(header.Shape[i], NumberStyles.None, CultureInfo.InvariantCulture, out shape[i])
                || (count *= shape[i]) > int.MaxValue
            )
                return Fail($"byte {FixedPart}: the shape {Shown($"({string.Join(", ", header.Shape)})")} is too large", out fault);
        var size = header.DType[header.DType.Length - 1] - '0';
        if (file.Length - start != count * size)
            return Fail(
                $"byte {start}: the shape ({string.Join(", ", header.Shape)}) needs {count * size} bytes of data but "
                    + $"{file.Length - start} follow",
                out fault
            );
        var elements = new ulong[count];
        for (var i = 0; i < elements.Length; i++)
        for (var j = 0; j < size; j++)
            elements[i] |= (ulong)file[start + (size * i) + j] << (8 * j);
        fault = null;
        return new NpyArray(header.DType, new EquatableArray<int>(shape), new EquatableArray<ulong>(elements));
    }

    private static string Shown(string text) => (text.Length > MaxShown ? text.Substring(0, MaxShown) + "…" : text).Trim();

    private static NpyArray? Fail(string message, out string? fault)
    {
        fault = message;
        return null;
    }
}
