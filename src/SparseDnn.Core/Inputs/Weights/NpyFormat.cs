using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using SparseDnn.Inputs.Numpy;
using SparseDnn.Inputs.Text;
using SparseDnn.Numerics;
using SparseDnn.Problems;
using SparseDnn.Topologies;

namespace SparseDnn.Inputs.Weights;

/// <summary>Reads dense matrices as NumPy saves them (.npy, versions 1.0 to 3.0). An element of value 0 is an absent entry.</summary>
/// <remarks>
/// Rows are input neurons, columns output neurons, in C or Fortran order. Layout: <c>\x93NUMPY</c>, two bytes of version, the header's
/// length in 2 bytes (version 1) or 4, a Python dictionary, the elements. Source: NumPy enhancement proposal 1.
/// </remarks>
internal sealed class NpyFormat : IInputFormat<WeightMatrix>
{
    private const string Magic = "\u0093NUMPY";
    private const int VersionOffset = 6;
    private const int LengthOffset = 8;

    private static readonly Dictionary<string, (int Size, Func<byte[], double> Value)> Elements = new(StringComparer.Ordinal)
    {
        ["f2"] = (2, bytes => Half(BitConverter.ToUInt16(bytes, 0))),
        ["f4"] = (4, bytes => BitConverter.ToSingle(bytes, 0)),
        ["f8"] = (8, bytes => BitConverter.ToDouble(bytes, 0)),
        ["i1"] = (1, bytes => unchecked((sbyte)bytes[0])),
        ["i2"] = (2, bytes => BitConverter.ToInt16(bytes, 0)),
        ["i4"] = (4, bytes => BitConverter.ToInt32(bytes, 0)),
        ["u1"] = (1, bytes => bytes[0]),
    };

    /// <inheritdoc/>
    public bool Sniff(ReadOnlySpan<char> head) =>
        // Decoders put characters of their own in place of the first byte, which is no text.
        head.Length >= Magic.Length
        && head.Slice(1, Magic.Length - 1).SequenceEqual(Magic.AsSpan(1))
        && (head[0] == Magic[0] || head[0] > '\u007F');

    /// <inheritdoc/>
    public InputResult<WeightMatrix> Read(InputFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!file.HasBytes)
            return Fault(
                file,
                0,
                "the file is binary, and only its text reaches the compiler; list it as <SparseWeights>, so that the build hands over its "
                    + "bytes"
            );
        var bytes = Bytes(file);
        return Layout(file, bytes, out var layout) ?? Matrix(file, bytes, layout!, cancellationToken);
    }

    /// <inheritdoc/>
    public ProblemPlace? Locate(InputFile file, int row, int? column, CancellationToken cancellationToken)
    {
        if (!file.HasBytes || Layout(file, Bytes(file), out var layout) is not null)
            return null;
        return row >= 1 && row <= layout!.Rows && column is { } output && output >= 1 && output <= layout.Columns
            ? layout.Place(file.Path, row - 1, output - 1)
            : null;
    }

    private static byte[] Bytes(InputFile file)
    {
        using var stream = file.OpenBytes();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static InputResult<WeightMatrix>.Failure? Layout(InputFile file, byte[] bytes, out NpyLayout? layout)
    {
        layout = null;
        if (bytes.Length < LengthOffset)
            return Fault(file, bytes.Length, "the file ends within its first 8 bytes; write it again with numpy.save");
        var (major, minor) = (bytes[VersionOffset], bytes[VersionOffset + 1]);
        if (major is < 1 or > 3 || minor != 0)
            return Fault(file, VersionOffset, Invariant($"the version is {major}.{minor}; save the array as version 1.0, 2.0 or 3.0"));
        var start = LengthOffset + (major == 1 ? 2 : 4);
        if (bytes.Length < start)
            return Fault(file, LengthOffset, "the file ends within the length of its header; write it again with numpy.save");
        long length = major == 1 ? BitConverter.ToUInt16(bytes, LengthOffset) : BitConverter.ToUInt32(bytes, LengthOffset);
        if (length > bytes.Length - start)
            return Fault(
                file,
                LengthOffset,
                Invariant($"the header has {length} bytes, but the file ends after {bytes.Length - start} of them; write it again")
            );
        var text = (major == 3 ? Encoding.UTF8 : Encoding.ASCII).GetString(bytes, start, (int)length);
        if (NpyHeader.Read(text, out var fault) is not { } header)
            return Fault(file, start + fault!.Value.Offset, fault.Value.Message);
        return Layout(file, header, start, start + length, bytes.Length, out layout);
    }

    private static InputResult<WeightMatrix>.Failure? Layout(
        InputFile file,
        NpyHeader header,
        int headerStart,
        long start,
        long fileLength,
        out NpyLayout? layout
    )
    {
        layout = null;
        var type = header.DType;
        if (type.Length < 2 || type[0] is not ('<' or '>' or '|') || !Elements.TryGetValue(type.Substring(1), out var element))
            return Fault(
                file,
                headerStart,
                type.EndsWith("O", StringComparison.Ordinal)
                    ? "the elements are pickled Python objects; convert the array with astype('<f4')"
                    : $"the type {Quoted.Text(type.AsSpan())} is none of {string.Join(", ", Elements.Keys)}; convert the array with "
                        + "astype('<f4')"
            );
        if (type[0] == '|' && element.Size > 1)
            return Fault(file, headerStart, $"the type {Quoted.Text(type.AsSpan())} does not say the order of its bytes; save it as '<'");
        var shape = string.Join(", ", header.Shape);
        if (header.Shape.Count != 2)
            return Fault(
                file,
                headerStart,
                $"the shape {Quoted.Text($"({shape})".AsSpan())} is not that of a matrix; save an array of inputs × outputs"
            );
        if (Length(header.Shape[0]) is not { } rows || Length(header.Shape[1]) is not { } columns)
            return Fault(
                file,
                headerStart,
                $"the shape {Quoted.Text($"({shape})".AsSpan())} has a side that is not 1 to {Quoted.Number(InputLimits.MaxNeurons)}; "
                    + "split the layer"
            );
        var needed = (long)rows * columns * element.Size;
        if (fileLength - start != needed)
            return Fault(
                file,
                Math.Min(fileLength, start + needed),
                Invariant($"{rows} × {columns} elements of {element.Size} bytes take {needed} bytes, but {fileLength - start} follow the ")
                    + (fileLength - start < needed ? "header; the file is cut short, so copy it again" : "header; remove what follows them")
            );
        layout = new(rows, columns, header.IsFortran, start, element.Size, type[0] == '>', element.Value);
        return null;
    }

    private static InputResult<WeightMatrix> Matrix(InputFile file, byte[] bytes, NpyLayout layout, CancellationToken cancellationToken)
    {
        var starts = new int[layout.Columns + 1];
        var inputs = new List<int>();
        var values = new List<double>();
        for (var column = 0; column < layout.Columns; column++)
        {
            for (var row = 0; row < layout.Rows; row++)
            {
                CancellationInterval.Check(((long)column * layout.Rows) + row, cancellationToken);
                var value = layout.Value(bytes, row, column);
                if (double.IsNaN(value) || double.IsInfinity(value))
                    return new InputResult<WeightMatrix>.Failure(
                        Problem.Create(
                            ProblemKinds.MalformedWeights,
                            layout.Place(file.Path, row, column),
                            $"{value.ToString(CultureInfo.InvariantCulture)} is no finite number; give the entry a finite "
                                + "weight, or 0 for none"
                        )
                    );
                if (value == 0)
                    continue;
                inputs.Add(row);
                values.Add(value);
            }

            starts[column + 1] = inputs.Count;
        }

        return new InputResult<WeightMatrix>.Success(
            new(
                new CsrPattern(layout.Columns, layout.Rows, starts, inputs.ToArray()),
                DecimalValues.Of(values.ToArray(), null),
                hasDeclaredShape: true
            )
        );
    }

    private static int? Length(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
        && length is >= 1 and <= InputLimits.MaxNeurons
            ? length
            : null;

    private static double Half(ushort bits)
    {
        var (exponent, fraction) = ((bits >> 10) & 31, bits & 1023);
        var magnitude = exponent switch
        {
            0 => fraction * Binary64Bits.PowerOfTwo(-24),
            31 => fraction == 0 ? double.PositiveInfinity : double.NaN,
            _ => (1024 + fraction) * Binary64Bits.PowerOfTwo(exponent - 25),
        };
        return (bits & 0x8000) == 0 ? magnitude : -magnitude;
    }

    private static InputResult<WeightMatrix>.Failure Fault(InputFile file, long offset, string message) =>
        new(Problem.Create(ProblemKinds.MalformedWeights, new ByteOffsetPlace(file.Path, offset), Capital(message)));

    private static string Capital(string message) => char.ToUpperInvariant(message[0]) + message.Substring(1);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>Where the elements of a file stand, and what they mean.</summary>
    private sealed record NpyLayout(
        int Rows,
        int Columns,
        bool IsFortran,
        long Start,
        int Size,
        bool IsBigEndian,
        Func<byte[], double> Convert
    )
    {
        public ByteOffsetPlace Place(string path, int row, int column) => new(path, Offset(row, column), row + 1, column + 1);

        public double Value(byte[] bytes, int row, int column)
        {
            var element = new byte[Size];
            Array.Copy(bytes, Offset(row, column), element, 0, Size);
            if (IsBigEndian == BitConverter.IsLittleEndian)
                Array.Reverse(element);
            return Convert(element);
        }

        private long Offset(int row, int column) =>
            Start + (Size * (IsFortran ? ((long)column * Rows) + row : ((long)row * Columns) + column));
    }
}
