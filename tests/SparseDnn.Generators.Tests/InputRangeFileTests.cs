using System;
using System.Globalization;
using System.IO;
using System.Linq;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Generators.Tests;

/// <summary>
/// Networks with a range for each input: generated code agrees with the run-time executor, and within the ranges with the network that
/// declares none.
/// </summary>
public sealed class InputRangeFileTests : IDisposable
{
    private const int Inputs = 16;
    private const int Items = 40;

    private readonly string _folder = Directory.CreateTempSubdirectory("sparsednn").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("")]
    [InlineData(", Rewrites = Rewrites.DropDead | Rewrites.DropReLU")]
    public void GeneratedNetwork_AgreesWithTheExecutorAndWithNoRanges(string arguments)
    {
        var random = new Random(7);
        // Most inputs of one sign, so that many neurons of mixed weights never change their state; one range is that of all.
        var ranges = Enumerable
            .Range(0, Inputs)
            .Select<int, (float Low, float High)>(i =>
            {
                if (i == 5)
                    return (-1f, 1f);
                if (i % 2 == 0)
                    return (0.5f, 1f);
                return (-1f / 64, 1f / 64);
            })
            .ToArray();
        var text = string.Concat(
            Enumerable
                .Range(0, Inputs)
                .Where(i => i != 5)
                .Select(i => string.Create(CultureInfo.InvariantCulture, $"{i + 1}\t{ranges[i].Low:R}\t{ranges[i].High:R}\n"))
        );
        File.WriteAllText(Path.Combine(_folder, "r.tsv"), text);
        const string layers =
            "[RandomLayer(Outputs = 40, InDegree = 4, Seed = 3, Bias = -0.25)] [RandomLayer(Outputs = 8, InDegree = 6, Seed = "
            + "4, Bias = 0.125)]";
        var source =
            $"using SparseDnn;\n[SparseNetwork(Inputs = {Inputs}, InputRange = new[] {{ -1.0, 1 }}, InputRangeFile = "
            + $"\"r.tsv\"{arguments})] {layers} public static partial class Ranged;\n[SparseNetwork(Inputs = {Inputs}{arguments}"
            + $")] {layers} public static partial class Plain;";
        var assembly = Programs.Load(GeneratorRun.Start(new TestProject(source, ("r.tsv", text))).Output);
        var (ranged, plain) = (Programs.Network<float>(assembly, "Ranged"), Programs.Network<float>(assembly, "Plain"));
        var rewrites = arguments.Length == 0 ? Rewrites.All : Rewrites.DropDead | Rewrites.DropReLU;
        var loaded = SparseNetwork.Load<float>(
            new LoadOptions
            {
                Inputs = Inputs,
                Folder = _folder,
                InputRange = (-1, 1),
                InputRangeFile = "r.tsv",
                Rewrites = rewrites,
            },
            new RandomLayerAttribute
            {
                Outputs = 40,
                InDegree = 4,
                Seed = 3,
                Bias = -0.25,
            },
            new RandomLayerAttribute
            {
                Outputs = 8,
                InDegree = 6,
                Seed = 4,
                Bias = 0.125,
            }
        );
        // Neurons are left out, so that the ranges are in use.
        Assert.NotEqual(plain.Description.LayerExplanations[0], ranged.Description.LayerExplanations[0]);
        var items = Enumerable
            .Range(0, Items)
            .SelectMany(item =>
                ranges.Select(range =>
                {
                    if (item % 3 == 0)
                    {
                        if (random.Next(2) == 0)
                            return range.Low;
                        return range.High;
                    }
                    return Math.Clamp(range.Low + ((range.High - range.Low) * random.NextSingle()), range.Low, range.High);
                })
            )
            .ToArray();
        var outputs = new[] { ranged, plain, loaded }
            .Select(network =>
            {
                var output = new float[Items * 8];
                network.InferBatch(items, output, Items);
                return output.Select(BitConverter.SingleToInt32Bits).ToArray();
            })
            .ToArray();
        Assert.Equal(outputs[2], outputs[0]);
        if (arguments.Length > 0)
            Assert.Equal(outputs[1], outputs[0]);
    }

    [Fact]
    public void FaultyFile_StillGivesASurfaceThatCompiles()
    {
        const string source =
            "using SparseDnn;\n[SparseNetwork(Inputs = 2, InputRangeFile = \"r.tsv\")] [BandedLayer] public static partial "
            + "class N; static class Use { static void M() => N.Infer(new float[2], new float[2]); }";
        foreach (var text in new[] { "1 0 x\n", "1 0 1\n", "3 0 1\n" })
        {
            var run = GeneratorRun.Start(new TestProject(source, ("r.tsv", text)));
            Assert.DoesNotContain(
                run.Output.GetDiagnostics(),
                diagnostic => diagnostic.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error
            );
        }
    }
}
