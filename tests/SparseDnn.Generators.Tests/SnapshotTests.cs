using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Generators.Tests;

/// <summary>A few generated files to read and to review; what they compute is tested elsewhere.</summary>
public sealed class SnapshotTests
{
    private const int MaxLines = 200;
    private const int MaxLineLength = 240;

    private const string Source = """
        using SparseDnn;

        [SparseNetwork(Inputs = 3)]
        [Layer(Outputs = 2, Edges = "0 0 1.5; 1 0 -2; 2 1 0.25", Biases = new[] { 0.5, 0 })]
        public static partial class Tiny;

        namespace Nested
        {
            public partial class Outer
            {
                [SparseNetwork(Inputs = 8, Format = ElementFormat.Binary64, Summation = Summation.Strict)]
                [BandedLayer(
                    LowerBandwidth = 2,
                    UpperBandwidth = 1,
                    Weight = 0.1,
                    Bias = -0.3,
                    BiasMode = BiasMode.NonzeroSums,
                    Ceiling = 32
                )]
                internal partial struct Constant;
            }
        }

        [SparseNetwork]
        [RadixNet(
            Radices = new[] { 8, 8 },
            Blocks = 4,
            Weight = 0.0625,
            Bias = -0.3,
            BiasMode = BiasMode.NonzeroSums,
            Ceiling = 32,
            Repeat = 2
        )]
        public partial class Table;

        [SparseNetwork(Inputs = 3)]
        [Layer(Outputs = 2, Edges = "0 0 1,5")]
        public static partial class Faulty;

        [Semiring]
        public readonly partial struct Lukasiewicz : ISemiring<Lukasiewicz, float>
        {
            public static float Zero => 0f;
            public static float One => 1f;

            public static float Add(float a, float b) => System.MathF.Max(a, b);

            public static float Multiply(float a, float b) => System.MathF.Max(0f, a + b - 1f);

            public static (float Min, float Max) Carrier => (0f, 1f);
        }
        """;

    [Fact]
    public void GeneratedFiles_AreAsAccepted()
    {
        var files = GeneratorRun.Start(new TestProject(Source)).Files;
        var texts = new[]
        {
            "Tiny.Surface",
            "Tiny.Kernels",
            "Constant.Kernels",
            "Table.Kernels",
            "Faulty.Surface",
            "Lukasiewicz.Semiring",
        }.ToDictionary(name => name, name => Shortened(files.Single(file => Names(file.Key, name)).Value));
        Assert.All(texts, text => Assert.InRange(text.Value.Split('\n').Length, 1, MaxLines));
        Assert.Empty(Snapshot.Compare("Snapshots", texts));
    }

    [Fact]
    public void Comparison_FindsNewChangedAndStaleFiles()
    {
        var folder = Directory.CreateTempSubdirectory("snapshots").FullName;
        try
        {
            IReadOnlyList<string> Compare(bool accept, params (string Name, string Text)[] texts) =>
                Snapshot.Compare(".", texts.ToDictionary(text => text.Name, text => text.Text), accept, Path.Combine(folder, "Test.cs"));

            Assert.Equal(["A is new"], Compare(false, ("A", "1\n2\n")));
            Assert.True(File.Exists(Path.Combine(folder, "A.received.cs")));
            Assert.Empty(Compare(true, ("A", "1\n2\n"), ("B", "x")));
            Assert.False(File.Exists(Path.Combine(folder, "A.received.cs")));
            Assert.Empty(Compare(false, ("A", "1\n2\n"), ("B", "x")));
            Assert.Equal(["A has changed, first on line 2", "B.verified.cs is stale: no test makes it"], Compare(false, ("A", "1\n3\n")));
            Assert.Empty(Compare(true, ("A", "1\n3\n")));
            Assert.Equal(["A.verified.cs"], Directory.GetFiles(folder).Select(Path.GetFileName));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Names(string hintName, string name) =>
        hintName.EndsWith($".{name.Split('.')[1]}.sparsednn.g.cs", StringComparison.Ordinal)
        && hintName.Contains(name.Split('.')[0], StringComparison.Ordinal);

    // Encoded tables are for machines; their first characters show the form.
    private static string Shortened(string text) =>
        string.Join(
            '\n',
            GeneratedVersion
                .Without(text)
                .Split('\n')
                .Select(line =>
                    line.Length <= MaxLineLength || !line.Contains("const string", StringComparison.Ordinal)
                        ? line
                        : line[..MaxLineLength] + "…"
                )
        );
}
