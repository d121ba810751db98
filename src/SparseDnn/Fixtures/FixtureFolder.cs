using System;
using System.IO;
using System.Linq;
using SparseDnn.Exact.Vectors;
using SparseDnn.Fixtures.Diagnosis;
using SparseDnn.Fixtures.Diagnosis.Observations;
using SparseDnn.Fixtures.Reports;
using SparseDnn.Numerics;

namespace SparseDnn;

/// <summary>Test vectors in folders of the exchange format, for implementations in any language.</summary>
public static class FixtureFolder
{
    /// <summary>Name of the file that an implementation under test writes into a folder of its own.</summary>
    public const string Outputs = "outputs.npy";

    /// <summary>Reads the fixtures of a folder.</summary>
    /// <typeparam name="T">Type that holds the activation format.</typeparam>
    /// <param name="folder">The folder with <c>manifest.json</c>.</param>
    /// <exception cref="FixtureFolderException">A file is missing or damaged; the message names it and the remedy.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> does not hold the activation format.</exception>
    public static FixtureSet<T> Load<T>(string folder)
        where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return FixtureSet<T>.FromVectors(FixtureFiles.Read(folder));
    }

    /// <summary>Compares the outputs that an implementation wrote with the vectors that it was given.</summary>
    /// <param name="vectorsFolder">The folder with <c>manifest.json</c>.</param>
    /// <param name="outputsFolder">The folder with the implementation's <c>outputs.npy</c>.</param>
    /// <exception cref="FixtureFolderException">A file is missing, damaged or of another shape or type; the message names it and the
    /// remedy.</exception>
    public static FixtureReport Verify(string vectorsFolder, string outputsFolder)
    {
        ArgumentException.ThrowIfNullOrEmpty(vectorsFolder);
        ArgumentException.ThrowIfNullOrEmpty(outputsFolder);
        var vectors = FixtureFiles.Read(vectorsFolder);
        var path = Path.Combine(outputsFolder, Outputs);
        var file = FixtureFiles.Bytes(path, "let the implementation write its outputs there, one row an item");
        var array = NpyFile.Read(file, out var fault) ?? throw new FixtureFolderException(path, fault!);
        if (Mismatch(array, vectors) is { } mismatch)
            throw new FixtureFolderException(path, mismatch);
        return Judge(vectors, array);
    }

    private static FixtureReport Judge(VectorSet vectors, NpyArray array)
    {
        var (items, columns) = (vectors.Outputs.Count, vectors.Outputs[0].Count);
        var observed = new ObservedOutputs(
            [.. Enumerable.Range(0, items)],
            (position, output) => array.Elements[(position * columns) + output]
        )
        {
            Batch = items,
        };
        var finding = VectorFinding.Of(vectors, observed);
        var causes = finding.IsSound ? [] : VectorDiagnosis.Explain(vectors, observed);
        return new FixtureReport(finding, [], causes, FindingText.Of(vectors.Name, vectors, finding, [], causes));
    }

    private static string? Mismatch(NpyArray array, VectorSet vectors)
    {
        var (items, columns, format) = (vectors.Outputs.Count, vectors.Outputs[0].Count, vectors.Formats.Activations);
        if (array.DType != format.DType)
            return $"the type is '{array.DType}', but {format} is stored as '{format.DType}'; {Conversion(format)}";
        if (array.Shape.SequenceEqual([items, columns]))
            return null;
        var remedy = array.Shape.SequenceEqual([columns, items]) ? "transpose it" : "write one row an item";
        return $"the shape is ({string.Join(", ", array.Shape)}), but {items} items of {columns} outputs are wanted; {remedy}";
    }

    // NumPy has no type for some formats, so converting would change the numbers into their bits' values.
    private static string Conversion(StorageFormat format) =>
        format.BaseName is "bfloat16" or "tf32" or "e4m3" or "e5m2"
            ? $"write the bits of the numbers with view('{format.DType}')"
            : $"convert the array with astype('{format.DType}')";
}
