using System;
using System.IO;
using System.Linq;
using SparseDnn.Networks;
using SparseDnn.Problems;
using Xunit;

namespace SparseDnn.Tests;

public sealed class LoadTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sparsednn").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void FilesAndAttributesMakeANetwork()
    {
        File.WriteAllText(
            Path.Combine(_folder, "w1.mtx"),
            "%%MatrixMarket matrix coordinate real general\n2 3 3\n1 1 2\n2 2 -1\n1 3 0.5\n"
        );
        File.WriteAllText(Path.Combine(_folder, "w2.tsv"), "1\t1\t1\n2\t1\t1\n3\t1\t4\n");
        var network = SparseNetwork.Load<double>(
            new LoadOptions { Folder = _folder, Name = "two" },
            new WeightFilesAttribute("w1.mtx") { Bias = 0.25 },
            new WeightFilesAttribute("w2.tsv")
        );
        var output = new double[1];
        network.Infer([1, 1], output);
        Assert.Equal([2.25 + 0 + 3], output);
        Assert.Equal("two: 2 layers, 2 → 1 neurons, 6 edges, binary64, fused sums", network.ToString());
    }

    [Fact]
    public void EveryFaultIsNamedWithFileLineAndColumn()
    {
        var path = Path.Combine(_folder, "w.tsv");
        File.WriteAllText(path, "1\t1\t2\n1\tx\t2\n");
        var thrown = Assert.Throws<SparseNetworkException>(() =>
            SparseNetwork.Load<float>(
                new LoadOptions { Folder = _folder },
                new WeightFilesAttribute("w.tsv"),
                new WeightFilesAttribute("absent.tsv")
            )
        );
        Assert.Equal([ProblemKinds.MalformedWeights, ProblemKinds.WeightFileMissing], thrown.Problems.Select(problem => problem.Kind));
        Assert.StartsWith($"{path}(2,3): SDNN0007: ", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1\t1\t2\n2\t1\t1e39\n", "(2,5): SDNN")]
    [InlineData("%%MatrixMarket matrix coordinate real symmetric\n% a comment\n2 2 2\n1 1 1\n2 1 -1e99\n", "(5,5): SDNN")]
    public void AWeightThatOverflows_IsNamedWithItsLine_AsInTheEditor(string text, string expected)
    {
        var path = Path.Combine(_folder, "w");
        File.WriteAllText(path, text);
        var thrown = Assert.Throws<SparseNetworkException>(() =>
            SparseNetwork.Load<float>(new LoadOptions { Folder = _folder }, new WeightFilesAttribute("w"))
        );
        Assert.StartsWith(path + expected, thrown.Message, StringComparison.Ordinal);
        Assert.IsType<FilePlace>(thrown.Problems[0].Place);
    }

    [Fact]
    public void AWeightThatAnIntegerDoesNotHold_IsNamedWithItsLine()
    {
        var path = Path.Combine(_folder, "w.tsv");
        File.WriteAllText(path, "1\t1\t2\n\n2\t1\t0.5\n");
        var thrown = Assert.Throws<SparseNetworkException>(() =>
            SparseNetwork.Load<int>(new LoadOptions { Folder = _folder }, new WeightFilesAttribute("w.tsv") { Epilogue = Epilogue.None })
        );
        Assert.StartsWith(path + "(3,5): SDNN", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NumPyFiles_AreReadAsTexts()
    {
        File.WriteAllBytes(Path.Combine(_folder, "w1.npy"), Npy("<f4", 2, 3, [2f, 0, 0.5f, 0, -1f, 0]));
        File.WriteAllText(Path.Combine(_folder, "w2.tsv"), "1\t1\t1\n2\t1\t1\n3\t1\t4\n");
        var network = SparseNetwork.Load<double>(
            new LoadOptions { Folder = _folder, Name = "two" },
            new WeightFilesAttribute("w1.npy") { Bias = 0.25 },
            new WeightFilesAttribute("w2.tsv")
        );
        var output = new double[1];
        network.Infer([1, 1], output);
        Assert.Equal([2.25 + 0 + 3], output);
        Assert.Equal("two: 2 layers, 2 → 1 neurons, 6 edges, binary64, fused sums", network.ToString());
    }

    [Fact]
    public void AWeightOfABinaryFileThatDoesNotFit_IsNamedByItsOffset()
    {
        var path = Path.Combine(_folder, "w.npy");
        File.WriteAllBytes(path, Npy("<f4", 2, 1, [1f, 0.5f]));
        var thrown = Assert.Throws<SparseNetworkException>(() =>
            SparseNetwork.Load<int>(new LoadOptions { Folder = _folder }, new WeightFilesAttribute("w.npy") { Epilogue = Epilogue.None })
        );
        Assert.StartsWith(path + "(offset 74, entry (2, 1)): SDNN", thrown.Message, StringComparison.Ordinal);
    }

    private static byte[] Npy(string type, int rows, int columns, float[] values)
    {
        var header = $"{{'descr': '{type}', 'fortran_order': False, 'shape': ({rows}, {columns}), }}\n";
        return
        [
            0x93,
            .. "NUMPY"u8,
            1,
            0,
            (byte)header.Length,
            0,
            .. System.Text.Encoding.ASCII.GetBytes(header),
            .. values.SelectMany(BitConverter.GetBytes),
        ];
    }

    [Fact]
    public void AChoiceThatDoesNotExist_IsAFaultAsInSource()
    {
        var thrown = Assert.Throws<SparseNetworkException>(() =>
            SparseNetwork.Load<float>(2, new BandedLayerAttribute { BiasMode = (BiasMode)7, Activation = (Activation)9 })
        );
        Assert.StartsWith("BiasMode: SDNN0011: BiasMode is 7; write a member of BiasMode", thrown.Message, StringComparison.Ordinal);
        Assert.Equal(2, thrown.Problems.Count);
    }

    [Fact]
    public void RangesOfSingleInputs_AreReadFromAFile()
    {
        File.WriteAllText(Path.Combine(_folder, "r.tsv"), "2\t-1\t0\n");
        var options = new LoadOptions
        {
            Inputs = 2,
            Folder = _folder,
            InputRange = (0, 1),
            InputRangeFile = "r.tsv",
        };
        var layers = new SparseLayersAttribute[]
        {
            new LayerAttribute { Outputs = 2, Edges = "0 0 1; 1 1 1" },
            new LayerAttribute { Outputs = 1, Edges = "0 0 1; 1 0 1" },
        };
        Assert.Equal([new(0, 1), new(-1, 0)], SparseNetwork.BuildModel<float>(options, layers).InputRanges!.ToArray(2));
        var output = new float[1];
        SparseNetwork.Load<float>(options, layers).Infer([0.5f, -0.5f], output);
        Assert.Equal([0.5f], output);
    }

    [Theory]
    [InlineData("1 0 1\n2 x 1\n", "(2,3): SDNN0033: ")]
    [InlineData("1 0 1\n\n 3 0 1\n", "(3,2): SDNN0033: There is no input 3")]
    [InlineData("2 0 1\n", "InputRangeFile: SDNN0035: ")]
    [InlineData(null, "InputRangeFile: SDNN0034: ")]
    public void FaultyRanges_AreNamedWithLineAndColumn(string? text, string expected)
    {
        var path = Path.Combine(_folder, "r.tsv");
        if (text is not null)
            File.WriteAllText(path, text);
        var thrown = Assert.Throws<SparseNetworkException>(() =>
            SparseNetwork.Load<float>(
                new LoadOptions
                {
                    Inputs = 2,
                    Folder = _folder,
                    InputRangeFile = "r.tsv",
                },
                new BandedLayerAttribute()
            )
        );
        Assert.StartsWith(expected[0] == '(' ? path + expected : expected, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherElementTypesAreRefused() =>
        Assert.Contains(
            "Int16",
            Assert.Throws<NotSupportedException>(() => SparseNetwork.Load<short>(1, new BandedLayerAttribute())).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void AModelOfAnotherFormatOrAnUnsoundOneIsRefused()
    {
        var model = Batches.Model(ElementFormat.Binary32, Summation.Planned, 4, new BandedLayerAttribute());
        Assert.Throws<ArgumentException>("network", () => SparseNetwork.Prepare<double>(model));
        var unsound = model with { Layers = new(model.Layers.Select(layer => layer with { Biases = new RoundedValues(double.NaN, 4) })) };
        Assert.Contains(
            "NaN",
            Assert.Throws<SparseNetworkException>(() => SparseNetwork.Prepare<float>(unsound)).Message,
            StringComparison.Ordinal
        );
        var short1 = model with { Layers = new(model.Layers.Select(layer => layer with { Weights = new RoundedValues(1, 3) })) };
        Assert.Throws<SparseNetworkException>(() => SparseNetwork.Prepare<float>(short1));
    }
}
