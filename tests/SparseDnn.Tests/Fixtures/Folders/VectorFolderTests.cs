using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using SparseDnn.Algebra.Values;
using SparseDnn.Core.Tests;
using SparseDnn.Core.Tests.Exact;
using SparseDnn.Exact.Families;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Exact.Vectors;
using SparseDnn.Fixtures.Folders;
using SparseDnn.Numerics;
using SparseDnn.Topologies;
using Xunit;
using static SparseDnn.Core.Tests.Exact.DyadicSamples;

namespace SparseDnn.Tests.Fixtures.Folders;

public sealed class VectorFolderTests
{
    public static TheoryData<string, string, string, bool> Triples =>
        new()
        {
            { "binary32", "binary32", "binary32", false },
            { "binary16", "binary16", "binary32", true },
            { "e4m3", "bfloat16", "binary32", false },
            { "e5m2", "e4m3", "tf32", true },
            { "int8:6", "int8:5", "int32:11", true },
            { "binary64", "binary64", "binary64", false },
            { "int16:10", "int16:8", "int32:18", false },
        };

    [Theory]
    [MemberData(nameof(Triples))]
    public void FoldersComeBackAndTheirDemandsHoldForEveryOrder(string weights, string activations, string accumulator, bool roundBetween)
    {
        var formats = new FormatTriple(Format(weights), Format(activations), Format(accumulator));
        for (var seed = 0; seed < 6; seed++)
        {
            var rounded = Rounded(Network(seed, 6), formats);
            var items = InputSets.Choose(rounded, new InputSetOptions(seed)).Take(16).ToArray();
            var vectors = VectorSets.FromNetwork(rounded, items, seed, roundBetween, out var fault);
            if (vectors is null)
            {
                Assert.Contains("beyond", fault, StringComparison.Ordinal);
                continue;
            }

            vectors = vectors with
            {
                Perturbation = new(
                    items[3].Values,
                    new(items.Select(_ => new Primitives.EquatableArray<Dyadic>([1, new Dyadic(1, -2000), 0, 3]))),
                    (Rational)(-3) / 8,
                    new Rational(Dyadic.PositiveInfinity)
                ),
            };
            var files = VectorFolder.Write(vectors);
            var back = VectorFolder.Read(files);
            Assert.Equal(vectors, Assert.IsType<VectorReadResult.Success>(back).Vectors);
            Assert.Equal(files.Keys.Order(), VectorFolder.FilesOf(files[VectorFolder.Manifest]).Order());
            Assert.True(files.ContainsKey("derivative.txt"));
            for (var run = 0; run < 5; run++)
            {
                var verdict = VectorComparison.Compare(vectors, vectors.Inputs.Select(item => AnyOrder.Run(rounded, item, run)).ToArray());
                Assert.True(verdict.IsSound, verdict.ToString());
                if (vectors.Bounds is null)
                    Assert.Equal(0, verdict.Inexact);
            }
        }
    }

    // Another reader of JSON agrees with the manifest's layout, whatever the culture.
    [Fact]
    public void TheManifestIsAsThePageShowsIt()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("sv-SE") { NumberFormat = { NegativeSign = "\u2212", NumberDecimalSeparator = "," } };
        try
        {
            var files = VectorFolder.Write(Small());
            var root = JsonDocument.Parse(files[VectorFolder.Manifest]).RootElement;
            Assert.Equal(
                [
                    "kind",
                    "version",
                    "name",
                    "family",
                    "seed",
                    "formats",
                    "inputs",
                    "outputs",
                    "bounds",
                    "layers",
                    "perturbation",
                    "provenance",
                ],
                root.EnumerateObject().Select(member => member.Name)
            );
            Assert.Equal(-7, root.GetProperty("seed").GetInt64());
            Assert.Equal("int32", root.GetProperty("formats").GetProperty("accumulator").GetProperty("format").GetString());
            Assert.Equal(12, root.GetProperty("formats").GetProperty("accumulator").GetProperty("scale").GetInt32());
            Assert.Equal(JsonValueKind.Null, root.GetProperty("bounds").ValueKind);
            var layer = root.GetProperty("layers")[0];
            Assert.Equal(
                ["weights", "rows", "columns", "bias", "biasMode", "semiring", "activation", "ceiling", "certificate"],
                layer.EnumerateObject().Select(member => member.Name)
            );
            Assert.Equal(-3, layer.GetProperty("certificate").GetProperty("granularity").GetInt32());
            Assert.Equal("8.5", layer.GetProperty("certificate").GetProperty("largestSum").GetString());
            // 2^31 − 1 steps of 2^-12 over 8.5: log2 is 15.91.
            Assert.Equal(15.9, layer.GetProperty("certificate").GetProperty("headroomBits").GetDouble());
            Assert.Equal("1.25", layer.GetProperty("ceiling").GetString());
            Assert.Equal(
                "%%MatrixMarket matrix coordinate real general\n2 2 3\n1 1 0.5\n1 2 -0.25\n2 2 0\n",
                Encoding.UTF8.GetString(files["layer-001.mtx"])
            );
            Assert.Contains(
                "\"name\": \"small \\\"1\\\"\\u000a\"",
                Encoding.UTF8.GetString(files[VectorFolder.Manifest]),
                StringComparison.Ordinal
            );
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("\"version\": 1", "\"version\": 2", "version is 2")]
    [InlineData("\"family\": \"any network\",", "\"family\": \"any network\", \"familly\": 1,", "familly is no member")]
    [InlineData("\"family\": \"any network\",", "\"family\": \"any network\", \"family\": \"any network\",", "appears twice")]
    [InlineData("\"family\": \"any network\",", "", "lacks the member 'family'")]
    [InlineData("\"family\": \"any network\"", "\"family\": 5", "family is a number; write a string")]
    [InlineData("\"int32\"", "\"int33\"", "formats.accumulator.format is 'int33'")]
    [InlineData("\"weights\": \"binary16\"", "\"weights\": \"float\"", "formats.weights is 'float'")]
    [InlineData("\"rows\": 2", "\"rows\": 3", "2 × 2 matrix but the manifest says 3 × 2")]
    [InlineData("\"inputs.npy\"", "\"../inputs.npy\"", "inputs is '../inputs.npy'")]
    [InlineData("\"inputs.npy\"", "\"other.npy\"", "which is not in the folder")]
    [InlineData("\"inputs.npy\"", "\"bias-001.npy\"", "the dtype of binary16 is '<f2'")]
    [InlineData("\"dense\"", "\"sparse\"", "write 'dense' or 'nonzero-sums'")]
    [InlineData("\"plus-times\"", "\"plus\"", "layers[0].semiring is 'plus'")]
    [InlineData("\"ceiling\": \"1.25\"", "\"ceiling\": \"x\"", "layers[0].ceiling is 'x'")]
    [InlineData("\"ceiling\": \"1.25\"", "\"ceiling\": \"0.1\"", "int32:12 value above 0")]
    [InlineData("\"largestSum\": \"8.5\"", "\"largestSum\": \"0.1\"", "exact decimal or m*2^e")]
    [InlineData("\"headroomBits\": 15.9", "\"headroomBits\": -1", "'bounds' is null; give bounds")]
    [InlineData("\"bounds\": null", "\"bounds\": null, \"roundBetweenLayers\": true", "lacks the member 'outputs'")]
    [InlineData("\"bounds\": null", "\"bounds\": \"inputs.npy\"", "the dtype of bounds is '<f8'")]
    [InlineData("\"bounds\": null,", "\"bounds\": null", "',' or '}' is expected")]
    [InlineData("\"seed\": -7", "\"seed\": -07", "a value is expected")]
    [InlineData("\"seed\": -7", "\"seed\": 1.5", "seed is 1.5; write an integer")]
    public void FaultyManifestsAreExplained(string from, string to, string message)
    {
        var files = VectorFolder.Write(Small()).ToDictionary(file => file.Key, file => file.Value);
        var text = Encoding.UTF8.GetString(files[VectorFolder.Manifest]);
        Assert.Contains(from, text, StringComparison.Ordinal);
        var position = text.IndexOf(from, StringComparison.Ordinal);
        files[VectorFolder.Manifest] = Encoding.UTF8.GetBytes(text[..position] + to + text[(position + from.Length)..]);
        var fault = Assert.IsType<VectorReadResult.Failure>(VectorFolder.Read(files));
        Assert.Contains(message, fault.ToString(), StringComparison.Ordinal);
        if (fault.File == VectorFolder.Manifest)
            Assert.True(fault.Line >= 1 && fault.Column >= 1);
    }

    [Fact]
    public void FaultsNameTheirPlace()
    {
        var files = VectorFolder.Write(Small()).ToDictionary(file => file.Key, file => file.Value);
        Fails(
            "layer-001.mtx",
            bytes => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("-0.25", "x", StringComparison.Ordinal)),
            "layer-001.mtx(4,5)"
        );
        Fails(
            "layer-001.mtx",
            bytes => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(bytes).Replace("-0.25", "0.1", StringComparison.Ordinal)),
            "not a binary16 value"
        );
        Fails("layer-001.mtx", _ => [0xFF, 0xFF], "not UTF-8");
        Fails("inputs.npy", bytes => [.. bytes[..^1], 0x7E], "element (1, 1) has the bits 0x7E");
        Fails("outputs.npy", bytes => bytes[..^2], "needs 8 bytes of data but 6 follow");
        Fails("manifest.json", _ => Encoding.UTF8.GetBytes("{\n  \"kind\": 'x'"), "manifest.json(2,11)");
        Fails("manifest.json", _ => Encoding.UTF8.GetBytes("[]"), "is an array; write an object");
        Fails("manifest.json", bytes => [.. bytes, (byte)'x'], "nothing more may follow");
        files.Remove(VectorFolder.Manifest);
        Assert.Contains("is missing", VectorFolder.Read(files).ToString(), StringComparison.Ordinal);

        void Fails(string name, Func<byte[], byte[]> change, string message)
        {
            var changed = new Dictionary<string, byte[]>(files) { [name] = change(files[name]) };
            Assert.Contains(
                message,
                Assert.IsType<VectorReadResult.Failure>(VectorFolder.Read(changed)).ToString(),
                StringComparison.Ordinal
            );
        }
    }

    // Whatever byte is changed, reading gives a value or a failure, never an exception.
    [Fact]
    public void MutatedFoldersNeverThrow()
    {
        var files = VectorFolder.Write(Small());
        var random = new SplitMix64(9);
        for (var i = 0; i < 3000; i++)
        {
            var name = files.Keys.ElementAt(random.Next(files.Count));
            var bytes = (byte[])files[name].Clone();
            for (var k = random.Next(3); k >= 0; k--)
                bytes[random.Next(bytes.Length)] = (byte)random.NextUInt64();
            if (random.Next(5) == 0)
                bytes = bytes[..random.Next(bytes.Length)];
            Assert.NotNull(VectorFolder.Read(new Dictionary<string, byte[]>(files) { [name] = bytes }));
            Assert.NotEmpty(VectorFolder.FilesOf(name == VectorFolder.Manifest ? bytes : files[VectorFolder.Manifest]));
        }
    }

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(-0.3f, "-0.30000001192092896")]
    [InlineData(1.5e-30, "1.5e-30")]
    [InlineData(123456.5, "123456.5")]
    [InlineData(1e22, "1e22")]
    [InlineData(1234567890123456, "1234567890123456")]
    [InlineData(5e-324, "5e-324")]
    [InlineData(0.0000625, "0.0000625")]
    [InlineData(-0.0, "0")]
    public void WeightsAreTheShortestDecimals(double value, string text)
    {
        var layer = LayerFactory.FromMatrix(1, 1, (_, _) => Dyadic.FromDouble(value));
        Assert.EndsWith($"\n1 1 {text}\n", MatrixMarketWriter.Write(layer), StringComparison.Ordinal);
    }

    [Fact]
    public void ShortestDecimalsReadBackExactly()
    {
        foreach (var value in Samples.Doubles(5000, 11))
        {
            var text = MatrixMarketWriter.Write(LayerFactory.FromMatrix(1, 1, (_, _) => Dyadic.FromDouble(value))).TrimEnd().Split(' ')[^1];
            Assert.Equal(value, double.Parse(text, CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void ClosedFormsBecomeVectors()
    {
        var binary32 = FormatTriple.Uniform(StorageFormats.Binary32);
        var solution = PathCounting.Solve("paths", [2, 2, 2], [2, 3, 1, 4], new Dyadic(1, -2));
        var vectors = VectorSets.FromSolution(solution, binary32, 0, out _)!;
        Assert.Null(vectors.Bounds);
        Assert.Equal(solution.Items.Select(item => item.Outputs), vectors.Outputs);
        Assert.Equal(vectors, Read(vectors));
        var wide = UniformRecurrence.Solve("u", RadixNet.Layers([2, 2], [1, 1, 1]), new Dyadic(17, -4), 0, null, [1]);
        Assert.Null(VectorSets.FromSolution(wide, FormatTriple.Uniform(Format("e4m3")), 0, out var fault));
        Assert.Contains("e4m3 changes 16 numbers", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("min-plus", "binary32")]
    [InlineData("max-plus", "int16:4")]
    [InlineData("max-min", "e5m2")]
    [InlineData("or-and", "bool")]
    public void SemiringsBecomeVectorsWithBoundsOfZero(string semiring, string format)
    {
        var solution = semiring switch
        {
            "max-min" => Bottleneck.Solve("b", [5, 7, 4], 3, 1, range: 8, granularity: 0),
            "or-and" => Reachability.Solve("r", [5, 7, 4], 3, 1),
            _ => Potentials.Solve("p", [5, 7, 4], 3, semiring, 1),
        };
        var formats = FormatTriple.Uniform(Format(format));
        var vectors = VectorSets.FromSolution(solution, formats, 1, out var fault);
        Assert.Null(fault);
        Assert.All(vectors!.Bounds!, item => Assert.All(item, bound => Assert.Equal(0, bound)));
        Assert.Equal(vectors, Read(vectors));
        if (semiring == "min-plus")
            Assert.NotNull(VectorSets.FromSolution(solution, FormatTriple.Uniform(Format("e4m3")), 1, out fault) is null ? fault : null);
    }

    [Fact]
    public void PerturbationsHoldForAllItems()
    {
        var rounded = Rounded(Network(4, 6), FormatTriple.Uniform(StorageFormats.Binary32));
        var inputs = Enumerable.Range(0, 3).Select(i => new LabelledInput("", new(Item(i + 60, 7, StorageFormats.Binary32, 9)))).ToArray();
        var delta = new Primitives.EquatableArray<Dyadic>(Item(77, 7, StorageFormats.Binary32, 5));
        var vectors = VectorSets.WithPerturbation(VectorSets.FromNetwork(rounded, inputs, 0, false, out _)!, delta, out var fault)!;
        Assert.Null(fault);
        Assert.Equal(vectors, Read(vectors));
        var epsilon = new Dyadic(1, -20);
        Assert.True(
            vectors.Perturbation!.Low.CompareTo(new Rational(-epsilon)) < 0
                && vectors.Perturbation.High.CompareTo(new Rational(epsilon)) > 0
        );
        for (var i = 0; i < 3; i++)
        {
            var perturbed = MixedEvaluator.Evaluate(vectors.Network, inputs[i].Values.Zip(delta, (x, d) => x + (epsilon * d)).ToArray());
            Assert.Equal(
                perturbed,
                MixedEvaluator
                    .Evaluate(vectors.Network, inputs[i].Values)
                    .Zip(vectors.Perturbation.Derivative[i], (y, d) => y + (epsilon * d))
            );
        }

        var onKink = VectorSets.FromNetwork(
            Rounded(new DyadicNetwork("n", new([LayerFactory.FromMatrix(7, 1, (_, _) => 1)])), rounded.Formats),
            [LabelledInput.Of("zero", 7, _ => 0)],
            0,
            false,
            out _
        )!;
        Assert.Null(VectorSets.WithPerturbation(onKink, delta, out fault));
        Assert.Contains("sits on a kink in item 1", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void ComparisonFindsTheFirstFault()
    {
        var vectors = Small();
        var right = NpyFile.Read(VectorFolder.Write(vectors)["outputs.npy"], out _)!;
        Assert.Equal(new VectorVerdict(0, -1, -1, 0, 0), VectorComparison.Compare(vectors, right, out _));
        var wrong = right with { Elements = new(right.Elements.Select((bits, i) => i == 3 ? bits + 1 : bits)) };
        var verdict = VectorComparison.Compare(vectors, wrong, out _)!;
        Assert.Equal((1, 1, 1), (verdict.Faults, verdict.FirstItem, verdict.FirstOutput));
        var notANumber = right with { Elements = new(right.Elements.Select((bits, i) => i == 0 ? 0x7E00UL : bits)) };
        Assert.Equal(Dyadic.PositiveInfinity, VectorComparison.Compare(vectors, notANumber, out _)!.WorstError);
        var loose = vectors with
        {
            Bounds = new(vectors.Outputs.Select(item => new Primitives.EquatableArray<double>(item.Select(_ => 1.0)))),
        };
        Assert.True(VectorComparison.Compare(loose, wrong, out _)!.IsSound);
        Assert.Null(VectorComparison.Compare(vectors, right with { Shape = new([4, 1]) }, out var fault));
        Assert.Contains("(2, 2) is wanted", fault, StringComparison.Ordinal);
        Assert.Null(VectorComparison.Compare(vectors, right with { DType = "<f4" }, out fault));
        Assert.Contains("'<f2'", fault, StringComparison.Ordinal);
    }

    private static VectorSet Read(VectorSet vectors) =>
        Assert.IsType<VectorReadResult.Success>(VectorFolder.Read(VectorFolder.Write(vectors))).Vectors;

    // Two inputs, two outputs, an explicit zero weight, a bias and a ceiling.
    private static VectorSet Small()
    {
        var binary16 = Format("binary16");
        var layer = LayerFactory.FromMatrix(
            2,
            2,
            (i, j) =>
                (i, j) switch
                {
                    (0, 0) => new Dyadic(1, -1),
                    (0, 1) => new Dyadic(-1, -2),
                    (1, 1) => Dyadic.Zero,
                    _ => null,
                },
            j => j == 0 ? 8 : 1
        ) with
        {
            Ceiling = new Dyadic(5, -2),
        };
        var rounded = Rounded(new DyadicNetwork("small \"1\"\n", new([layer])), new FormatTriple(binary16, binary16, Format("int32:12")));
        return VectorSets.FromNetwork(
            rounded,
            [LabelledInput.Of("a", 2, i => new Dyadic(1 - i, -1)), LabelledInput.Of("b", 2, i => 1 - (2 * i))],
            -7,
            false,
            out _
        )!;
    }

    private static StorageFormat Format(string name) =>
        StorageFormats.TryParse(name, out var format) ? format : throw new ArgumentException(name);
}
