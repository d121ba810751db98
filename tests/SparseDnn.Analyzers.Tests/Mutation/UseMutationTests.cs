using System;
using System.Linq;
using System.Threading.Tasks;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Mutation;

/// <summary>Damaged code that calls networks: rules on use never throw (AD0001), and what they say is helpful.</summary>
public sealed class UseMutationTests
{
    private const int Cases = 30; // methods in one compilation

    private static readonly string[] Words =
    [
        "Tiny.Infer(",
        "Tiny.InferBatch(",
        "new float[",
        "stackalloc float[",
        "]",
        ")",
        "(",
        "{",
        "}",
        ";",
        ",",
        "0",
        "-1",
        "2",
        "3",
        "int.MaxValue",
        "..",
        "^1",
        "x",
        "y",
        "z",
        "i",
        "n",
        "=",
        "+=",
        "==",
        "ref ",
        "out ",
        "var ",
        "for (;;)",
        "while (true)",
        "do",
        "try",
        "catch",
        "finally",
        "throw;",
        "return;",
        "await ",
        "=>",
        "() =>",
        "[",
        "AsSpan(",
        "Slice(",
        "default",
        "null",
        "is ",
        "?",
        ":",
        "goto a;",
        "a:",
        "Assert.Equal(",
        "0.1f",
        "(float)",
        "Math.Abs(",
        "<",
        "1e-6",
        "fixed (",
        "&",
    ];

    private static readonly string[] Sound =
    [
        "float[] x = new float[3], y = new float[2];\nTiny.Infer(x, y);\nTiny.Infer(x.AsSpan(0, 3), y.AsSpan(i..(i + 2)));\nif "
            + "(Math.Abs(y[0] - 1.5f) < 1e-6 || y[1] == 0.25) Console.WriteLine(y[0]);",
        "float[] x = new float[n * 3], y = new float[n * 2];\nfor (var k = 0; k < n; k++) Tiny.Infer(x.AsSpan(k * 3, 3), "
            + "y.AsSpan(k * Tiny.Outputs, Tiny.Outputs));\nTiny.InferBatch(x, y, n);",
        "foreach (var v in new[] { 1f, 2f })\n{\n    Span<float> y = stackalloc float[2];\n    Tiny.Infer([v, 0.1f, "
            + "(float)(0.1 * n)], y);\n    Console.WriteLine(y[0]);\n}",
        "var net = n > 0 ? Tiny.Network : null!;\ntry { var y = new float[net.Outputs]; net.Infer(stackalloc float[] { 1, 2, 3 "
            + "}, y); }\ncatch (ArgumentException) when (n == 1) { i++; }\nfinally { n = 2; }",
        "Action<int> act = m => { var y = new float[m]; Tiny.Infer([1, 2, 3], y); F(ref y); };\nact(2);\nvoid F(ref float[] z) "
            + "{ z = new float[n]; Tiny.Infer(z, z); }\nSparseNetwork.Load<float>(3);",
    ];

    public static TheoryData<int> Seeds => MutationTests.Seeds;

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task DamagedCalls_AreSurvived(int seed)
    {
        var random = new Random(seed);
        var project = new TestProject(
            "using SparseDnn;\n[SparseNetwork(Inputs = 3, InputRange = new[] { 0.0, 1 })] [Layer(Outputs = 2, Edges = \"0 0 "
                + "1.5; 1 0 -2; 2 1 0.25\")] public static partial class Tiny;"
        );
        project = project with
        {
            Sources = project.Sources.AddRange(
                Enumerable
                    .Range(0, Cases)
                    .Select(i =>
                        (
                            $"Case{i}.cs",
                            $"using System; using SparseDnn; namespace Case{i} {{ static class P {{ static void M(int n, int "
                                + $"i)\n{{\n{TextMutation.Apply(random, Sound[i % Sound.Length], Words)}\n}} }} }}"
                        )
                    )
            ),
        };
        foreach (var diagnostic in await AnalyzerRun.DiagnosticsAsync(project))
        {
            Assert.True(diagnostic.Id.StartsWith("SDNN", StringComparison.Ordinal), $"Seed {seed}: {diagnostic}");
            Assert.True(MessageQuality.IsHelpful(diagnostic), $"Seed {seed}: {diagnostic}");
        }
    }
}
