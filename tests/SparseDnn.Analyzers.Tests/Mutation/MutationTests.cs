using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Mutation;

/// <summary>
/// Whatever a user writes, neither generator nor analyzers throw, nothing else of the program breaks, and a network without kernels has an
/// explanation.
/// </summary>
/// <remarks>SPARSEDNN_MUTATIONS=20 makes twenty times as many; a failure names the seed of its batch.</remarks>
public sealed class MutationTests
{
    private const int Files = 60; // declarations in one compilation
    private const string Matrix = "%%MatrixMarket matrix coordinate real general\n% weights\n4 4 3\n1 1 0.5\n2 3 -1.25e-1\n4 4 2\n";
    private const string Bystander =
        "namespace Elsewhere { public static class Bystander { public static int Sum(int a, int b) => a + b; } }";

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
            return [.. Enumerable.Range(1, 12 * factor)];
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task HostileArguments_AreExplained(int seed)
    {
        var random = new Random(seed);
        await CheckAsync(
            seed,
            Batch(i => $"using SparseDnn; namespace Case{i} {{ {HostileArguments.Declaration(random, "N")} }}"),
            [Weights("w.mtx", Matrix), Weights("w.tsv", "1 1\n2 2\n")]
        );
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task DamagedSource_IsSurvived(int seed)
    {
        var random = new Random(-seed);
        const string Sound = """
            [SparseNetwork(Inputs = 4, Summation = Summation.Strict)]
            [Layer(Outputs = 4, Edges = "0 0 1.5; 1 0 -2; 2 1 0.25", Biases = new[] { 0.5, 0, 0, 1 })]
            [WeightFiles("w.mtx", Bias = -0.3, Repeat = 2)]
            [RadixNet(Radices = new[] { 2, 2 }, Weight = 0.0625)]
            public static partial class N { }
            """;
        await CheckAsync(
            seed,
            Batch(i => $"using SparseDnn;\nnamespace Case{i}\n{{\n{TextMutation.Apply(random, Sound, TextMutation.SourceWords)}\n}}"),
            [Weights("w.mtx", Matrix)]
        );
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task DamagedWeights_AreExplained(int seed)
    {
        var random = new Random(1000 + seed);
        string[] sound =
        [
            Matrix,
            "1\t1\t0.5\n2\t3\t-0.25\n4\t4\t1\n",
            "%%MatrixMarket matrix coordinate pattern symmetric\n4 4 2\n2 1\n4 4\n",
        ];
        await CheckAsync(
            seed,
            Batch(i => $"using SparseDnn; namespace Case{i} {{ [SparseNetwork] [WeightFiles(\"w{i}.x\")] static partial class N; }}"),
            [
                .. Enumerable
                    .Range(0, Files)
                    .Select(i => Weights($"w{i}.x", TextMutation.Apply(random, sound[i % sound.Length], TextMutation.WeightWords))),
            ]
        );
    }

    /// <summary>Checks a batch of declarations of a type <c>N</c> each.</summary>
    /// <param name="seed">Named in failures.</param>
    /// <param name="sources">The declarations.</param>
    /// <param name="weights">Additional files.</param>
    /// <param name="part">The generated file that is there exactly where no error of ours is.</param>
    /// <param name="concerns">Whether a type should have that file; by default one with [SparseNetwork].</param>
    internal static async Task CheckAsync(
        int seed,
        IEnumerable<(string Path, string Text)> sources,
        AdditionalText[] weights,
        string part = "Kernels",
        Func<INamedTypeSymbol?, bool>? concerns = null
    )
    {
        var project = new TestProject(Bystander) { Weights = [.. weights] };
        project = project with { Sources = project.Sources.AddRange(sources) };
        var run = GeneratorRun.Start(project);
        Assert.True(run.GeneratorDiagnostics.IsEmpty && run.Result.Exception is null, $"Seed {seed}: {run.Result.Exception}");
        var found = await AnalyzerRun.DiagnosticsAsync(run.Output, project.Weights);
        foreach (var diagnostic in found)
        {
            Assert.True(diagnostic.Id.StartsWith("SDNN", StringComparison.Ordinal), $"Seed {seed}: {diagnostic}");
            Assert.True(MessageQuality.IsHelpful(diagnostic), $"Seed {seed}: {diagnostic}");
        }

        // Generated code may add no error to those that the user's own text has.
        var kernels = run
            .Result.GeneratedSources.Select(file => file.HintName)
            .Where(name => name.Contains($".{part}.", StringComparison.Ordinal))
            .ToArray();
        var after = Errors(run.Output.GetDiagnostics());
        var before = Errors(run.Input.GetParseDiagnostics().Concat(run.Input.GetDeclarationDiagnostics())).ToHashSet();
        foreach (var (path, text) in project.Sources)
        {
            var isBroken = before.Any(error => error.Path == path);
            var added = after.Where(error => !before.Contains(error) && BelongsTo(error.Path, path));
            if (!isBroken)
                Assert.True(!added.Any(), $"Seed {seed}: {string.Join("\n", added)}\n{text}");
            if (!isBroken && (concerns ?? IsNetwork)(run.Input.GetTypeByMetadataName(path.Split('.')[0] + ".N")))
                CheckExplanation(seed, path, text, kernels, found, project.Weights);
        }
    }

    // The file is there exactly where no error of ours is.
    private static void CheckExplanation(
        int seed,
        string path,
        string text,
        string[] kernels,
        IEnumerable<Diagnostic> found,
        IEnumerable<AdditionalText> weights
    )
    {
        var hasKernels = kernels.Any(file => file.StartsWith(path.Split('.')[0] + ".N.", StringComparison.Ordinal));
        var named = weights.Where(file => text.Contains($"\"{file.Path}\"", StringComparison.Ordinal)).ToArray();
        var own = found
            .Where(diagnostic =>
                diagnostic.Severity == DiagnosticSeverity.Error
                && diagnostic.Location.GetLineSpan().Path is var place
                && (place == path || named.Any(file => file.Path == place))
            )
            .ToArray();
        if (hasKernels == own.Length > 0)
            Assert.Fail(
                $"Seed {seed}: file: {hasKernels}, found: {string.Join<Diagnostic>("\n", own)}\n{text}"
                    + $"\n{string.Join("\n", named.Select(file => file.GetText()))}"
            );
    }

    private static bool IsNetwork(INamedTypeSymbol? type) =>
        type is not null && type.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == nameof(SparseNetworkAttribute));

    private static (string Path, int Start, string Text)[] Errors(IEnumerable<Diagnostic> diagnostics) =>
        [
            .. diagnostics
                .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
                .Select(diagnostic =>
                    (diagnostic.Location.GetLineSpan().Path, diagnostic.Location.SourceSpan.Start, diagnostic.ToString())
                ),
        ];

    private static bool BelongsTo(string errorPath, string sourcePath) =>
        errorPath == sourcePath || errorPath.Contains($"/{sourcePath.Split('.')[0]}.", StringComparison.Ordinal);

    internal static IEnumerable<(string Path, string Text)> Batch(Func<int, string> source, int count = Files) =>
        Enumerable.Range(0, count).Select(i => ($"Case{i}.cs", source(i))).ToArray();

    private static InMemoryText Weights(string path, string text) => new(path, text);
}
