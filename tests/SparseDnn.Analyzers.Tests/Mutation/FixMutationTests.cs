using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Mutation;

/// <summary>Fixes of damaged sources: where a diagnostic is still found, its fix neither throws nor breaks the syntax.</summary>
/// <remarks>
/// The damaged sources are the rows of the fixes, which have a fault each. SPARSEDNN_MUTATIONS=20 makes twenty times as many; a failure
/// names the seed of its batch.
/// </remarks>
public sealed class FixMutationTests
{
    private const int Copies = 3; // of every row in one batch

    private static readonly string[] Words =
    [
        .. TextMutation.SourceWords,
        "/* c */",
        "// c\n",
        "\r\n",
        "\t",
        "if (a > b) ",
        "else ",
        "=> ",
        "y[0]",
        "\"\"\"",
        "@\"",
        "\\u0020",
        "(",
        ")",
        " == ",
        "0.1",
        "-",
        "0 0 1; ",
        "; 1 1 0",
        "new[] { ",
        "[1, 2]",
        "return ",
        "var ",
        ".",
        "?.",
        "!",
    ];

    public static TheoryData<int> Seeds
    {
        get
        {
            var factor = int.TryParse(
                Environment.GetEnvironmentVariable("SPARSEDNN_MUTATIONS"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var value
            )
                ? value
                : 1;
            return [.. Enumerable.Range(1, 2 * factor)];
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task FixesOfDamagedSources_ThrowNothingAndBreakNothing(int seed)
    {
        var random = new Random(seed);
        var rows = Fixes.FixRows.All;
        var project = Fixes.FixRow.Of("");
        project = project with
        {
            Sources =
            [
                .. Enumerable
                    .Range(0, rows.Count * Copies)
                    .Select(i =>
                        (
                            $"Case{i}.cs",
                            $"using System;\nusing System.Linq;\nusing SparseDnn;\nnamespace Case{i}\n"
                                + $"{{\n{TextMutation.Apply(random, rows[i % rows.Count].Before, Words)}\n}}\n"
                        )
                    ),
            ],
        };
        var applied = await OfferedFixes.ApplyAsync(seed, project);
        Assert.True(applied.Count >= 5, $"Seed {seed}: only {string.Join(", ", applied)}");
    }
}
