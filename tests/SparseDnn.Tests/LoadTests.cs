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
        File.WriteAllText(Path.Combine(_folder, "w1.mtx"), "%%MatrixMarket matrix coordinate real general\n2 3 3\n1 1 2\n2 2 -1\n1 3 0.5\n");
        File.WriteAllText(Path.Combine(_folder, "w2.tsv"), "1\t1\t1\n2\t1\t1\n3\t1\t4\n");
        var network = SparseNetwork.Load<double>(new LoadOptions { Folder = _folder, Name = "two" }, new WeightFilesAttribute("w1.mtx") { Bias = 0.25 }, new WeightFilesAttribute("w2.tsv"));
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
        var thrown = Assert.Throws<SparseNetworkException>(() => SparseNetwork.Load<float>(new LoadOptions { Folder = _folder }, new WeightFilesAttribute("w.tsv"), new WeightFilesAttribute("absent.tsv")));
        Assert.Equal([ProblemKinds.MalformedWeights, ProblemKinds.WeightFileMissing], thrown.Problems.Select(problem => problem.Kind));
        Assert.StartsWith($"{path}(2,3): SDNN0007: ", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherElementTypesAreRefused() =>
        Assert.Contains("Int16", Assert.Throws<NotSupportedException>(() => SparseNetwork.Load<short>(1, new BandedLayerAttribute())).Message, StringComparison.Ordinal);

    [Fact]
    public void AModelOfAnotherFormatOrAnUnsoundOneIsRefused()
    {
        var model = Batches.Model(ElementFormat.Binary32, Summation.Planned, 4, new BandedLayerAttribute());
        Assert.Throws<ArgumentException>("network", () => SparseNetwork.Prepare<double>(model));
        var unsound = model with { Layers = new(model.Layers.Select(layer => layer with { Biases = new RoundedValues(double.NaN, 4) })) };
        Assert.Contains("NaN", Assert.Throws<SparseNetworkException>(() => SparseNetwork.Prepare<float>(unsound)).Message, StringComparison.Ordinal);
        var short1 = model with { Layers = new(model.Layers.Select(layer => layer with { Weights = new RoundedValues(1, 3) })) };
        Assert.Throws<SparseNetworkException>(() => SparseNetwork.Prepare<float>(short1));
    }
}
