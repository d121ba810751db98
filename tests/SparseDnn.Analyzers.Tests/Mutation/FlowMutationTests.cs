using System;
using System.Linq;
using System.Threading.Tasks;
using SparseDnn.Analyzers.Tests.Flow;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Mutation;

/// <summary>Marked programs with random damage: the analyzer never throws, and what it still says is a whole message.</summary>
public sealed class FlowMutationTests
{
    private static readonly string[] Words =
    [
        "[Of<MinPlus>]",
        "[Of<",
        "[return: Of<MaxPlus>]",
        "float[]",
        "Span<float>",
        "ref ",
        "out ",
        "default",
        "new float[n]",
        "stackalloc float[n]",
        " * ",
        " + ",
        "Math.Max(",
        "=> ",
        "await ",
        "yield return ",
        "try {",
        "} finally {",
        "throw ",
        "goto end;",
        "?.",
        "??=",
        "..",
        "is var ",
        "switch {",
        "MinPlus.Zero",
        "lock (",
        "unsafe ",
        "static ",
        "}",
        "{",
        "(",
        ")",
        ";",
        ",",
    ];

    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("SPARSEDNN_MUTATIONS"), out var factor) ? 4 * factor : 4;

    [Fact]
    public async Task DamagedProgram_NeverBreaksTheAnalyzer()
    {
        var programs = CorrectPrograms.All.Select(row => (string)((ITheoryDataRow)row).GetData()[1]!).ToArray();
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            var project = new TestProject("class Bystander;");
            project = project with
            {
                Sources =
                [
                    .. programs.SelectMany(
                        (program, i) =>
                            Enumerable
                                .Range(0, 4)
                                .Select(copy =>
                                    (
                                        $"Case{i}_{copy}.cs",
                                        CorrectProgramTests.Usings
                                            + $"namespace N{i}_{copy} {{\n"
                                            + TextMutation.Apply(random, program, Words)
                                            + "\n}"
                                    )
                                )
                    ),
                ],
            };
            var compilation = project.Compile();
            compilation = compilation.WithOptions(compilation.Options.WithAllowUnsafe(true));
            foreach (var diagnostic in await AnalyzerRun.DiagnosticsAsync(compilation, []))
            {
                Assert.True(diagnostic.Id.StartsWith("SDNN", StringComparison.Ordinal), $"Seed {seed}: {diagnostic}");
                Assert.True(MessageQuality.IsHelpful(diagnostic), $"Seed {seed}: {diagnostic}");
            }
        }
    }
}
