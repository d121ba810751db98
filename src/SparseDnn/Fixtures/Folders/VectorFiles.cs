using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using SparseDnn.Algebra.Values;
using SparseDnn.Exact.Vectors;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Weights;
using SparseDnn.Numerics;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Fixtures.Folders;

/// <summary>The files that a manifest names, decoded and checked.</summary>
internal sealed class VectorFiles(IReadOnlyDictionary<string, byte[]> files)
{
    public static string Utf8(byte[] bytes, string name)
    {
        try
        {
            return new UTF8Encoding(false, true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (ArgumentException)
        {
            throw Fault(name, "is not UTF-8; save it as UTF-8");
        }
    }

    /// <summary>A file's name, which must stay inside the folder.</summary>
    public static string Name(ManifestNode node)
    {
        var name = node.String();
        var isInside =
            name.Length > 0 && name.IndexOfAny(['\\', ':', '\0']) < 0 && name.Split('/').All(part => part is not ("" or "." or ".."));
        return isInside ? name : throw node.Fault($"is '{name}'; write a path inside the folder with forward slashes");
    }

    /// <summary>Numbers of a format, as many rows of as many columns; null for any number of rows.</summary>
    public EquatableArray<EquatableArray<Dyadic>> Numbers(ManifestNode node, StorageFormat format, int? rows, int columns, bool finite)
    {
        var array = Array(node, format.DType, $"the dtype of {format}", rows is { } count ? [count, columns] : [-1, columns]);
        return Rows(
            array.Elements.Count / Math.Max(1, columns),
            columns,
            (row, column) =>
            {
                if (format.TryFromBits(array.Elements[(row * columns) + column], out var value) && (value.IsFinite || !finite))
                    return value;
                throw Fault(
                    Name(node),
                    $"element ({row}, {column}) has the bits 0x{array.Elements[(row * columns) + column]:X}, which is no "
                        + $"{(finite ? "finite " : "")}{format} value"
                );
            }
        );
    }

    /// <summary>One value of a format a column.</summary>
    public EquatableArray<Dyadic> Vector(ManifestNode node, StorageFormat format, int length)
    {
        var array = Array(node, format.DType, $"the dtype of {format}", [length]);
        return Rows(
            1,
            length,
            (_, column) =>
                format.TryFromBits(array.Elements[column], out var value) && value.IsFinite
                    ? value
                    : throw Fault(
                        Name(node),
                        $"element {column} has the bits 0x{array.Elements[column]:X}, which is no finite {format} value"
                    )
        )[0];
    }

    /// <summary>Error bounds: not negative, not NaN.</summary>
    public EquatableArray<EquatableArray<double>> Bounds(ManifestNode node, int rows, int columns)
    {
        var array = Array(node, "<f8", "the dtype of bounds", [rows, columns]);
        return Rows(
            rows,
            columns,
            (row, column) =>
                BitConverter.Int64BitsToDouble(unchecked((long)array.Elements[(row * columns) + column])) is >= 0 and var bound
                    ? bound
                    : throw Fault(Name(node), $"element ({row}, {column}) is no bound; bounds are 0 or more")
        );
    }

    /// <summary>Exact numbers: &lt;f8, or text of rationals, one row a line.</summary>
    public EquatableArray<EquatableArray<Dyadic>> Exact(ManifestNode node, int rows, int columns, bool isVector)
    {
        var name = Name(node);
        if (name.EndsWith(".npy", StringComparison.Ordinal))
        {
            var array = Array(node, "<f8", "the dtype of exact numbers", isVector ? [columns] : [rows, columns]);
            return Rows(
                rows,
                columns,
                (row, column) =>
                    StorageFormats.Binary64.TryFromBits(array.Elements[(row * columns) + column], out var value) && value.IsFinite
                        ? value
                        : throw Fault(name, $"element ({row}, {column}) is not finite")
            );
        }

        var lines = Utf8(Bytes(node), name).TrimEnd('\n').Split('\n').Select(line => line.Trim('\r').Split(' ')).ToArray();
        if (lines.Length != rows)
            throw Fault(name, $"has {lines.Length} lines; write {rows}");
        return Rows(
            rows,
            columns,
            (row, column) =>
            {
                if (lines[row].Length != columns)
                    throw Fault(name, $"has {lines[row].Length} numbers; write {columns}", row + 1);
                return
                    RationalText.TryParse(lines[row][column], out var value)
                    && value.Value.IsDyadic
                    && RationalValue(value.Value) is { } exact
                    ? exact
                    : throw Fault(
                        name,
                        $"number {column + 1} is '{lines[row][column]}'; write an integer or a fraction whose denominator is a "
                            + "power of two",
                        row + 1
                    );
            }
        );
    }

    /// <summary>A Matrix Market file of a given shape; entries of value 0 are kept.</summary>
    public WeightMatrix Matrix(ManifestNode node, int rows, int columns)
    {
        var name = Name(node);
        if (
            !new MatrixMarketFormat()
                .Read(InputFile.OfText(name, Utf8(Bytes(node), name)), CancellationToken.None)
                .TryGet(out var matrix, out var problem)
        )
            throw new VectorFault(
                problem.Place is FilePlace place
                    ? new VectorReadResult.Failure(name, place.Line, place.Column, problem.Message)
                    : new VectorReadResult.Failure(name, 0, 0, problem.Message)
            );
        return matrix.Edges.ColumnCount == rows && matrix.Edges.RowCount == columns
            ? matrix
            : throw Fault(
                name,
                $"is a {matrix.Edges.ColumnCount} × {matrix.Edges.RowCount} matrix but the manifest says {rows} × {columns}; "
                    + "make the two equal"
            );
    }

    public static VectorFault Fault(string file, string message, long line = 0) =>
        new(new VectorReadResult.Failure(file, line, line > 0 ? 1 : 0, message));

    private static EquatableArray<EquatableArray<T>> Rows<T>(int rows, int columns, Func<int, int, T> value)
        where T : IEquatable<T> =>
        new(
            Enumerable
                .Range(0, rows)
                .Select(row => new EquatableArray<T>(Enumerable.Range(0, columns).Select(column => value(row, column)).ToArray()))
                .ToArray()
        );

    private byte[] Bytes(ManifestNode node) =>
        files.TryGetValue(Name(node), out var bytes)
            ? bytes
            : throw node.Fault($"names '{Name(node)}', which is not in the folder; add the file");

    private NpyArray Array(ManifestNode node, string dtype, string why, int[] shape)
    {
        var name = Name(node);
        var array = NpyFile.Read(Bytes(node), out var fault) ?? throw Fault(name, fault!);
        if (array.DType != dtype)
            throw Fault(name, $"byte 10: the type is '{array.DType}', but {why} is '{dtype}'; convert the array");
        var fits =
            array.Shape.Count == shape.Length
            && shape.Zip(array.Shape, (wanted, actual) => wanted == actual || wanted < 0).All(equal => equal);
        var wantedShape = string.Join(
            ", ",
            shape.Select(length => length < 0 ? "items" : length.ToString(System.Globalization.CultureInfo.InvariantCulture))
        );
        return fits
            ? array
            : throw Fault(
                name,
                $"byte 10: the shape is ({string.Join(", ", array.Shape)}), but ({wantedShape}) is wanted; reshape the array"
            );
    }

    private static Dyadic? RationalValue(Rational value)
    {
        // Dyadic: some doubling is an integer.
        var shift = 0;
        while (!value.IsInteger)
            (value, shift) = (value * 2, shift + 1);
        return value.TryGetInteger(out var integer) ? new Dyadic(integer, -shift) : null;
    }
}
