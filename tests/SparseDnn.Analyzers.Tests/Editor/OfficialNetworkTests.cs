using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SparseDnn.Roslyn.Declared;
using SparseDnn.Roslyn.Files;
using SparseDnn.Roslyn.Memos;
using SparseDnn.Roslyn.Networks;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Editor;

/// <summary>
/// What the official 120-layer network costs in an editor. Counts are demanded, times are only printed; docs/performance.md has the
/// command.
/// </summary>
/// <remarks>The data are those of the repository's other official tests; SPARSEDNN_GRAPHCHALLENGE names another folder.</remarks>
[Collection(nameof(CountedWork))]
public sealed class OfficialNetworkTests
{
    private const int Layers = 120;
    private const int Keystrokes = 200;
    private const string Declaration = """
        using SparseDnn;
        [SparseNetwork(InputRange = new[] { 0.0, 1 })]
        [WeightFiles("n1024-l{1..120}.tsv", Bias = -0.3, BiasMode = BiasMode.NonzeroSums, Ceiling = 32)]
        public static partial class GraphChallenge1024;
        """;

    // Editors keep their analyzers from one keystroke to the next.
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers = AnalyzerRun.Analyzers();

    [Fact]
    public async Task KeystrokesAndCancellation_CostLittle()
    {
        using var folder = new LayersFolder();
        if (!folder.IsPresent)
            Assert.Skip("The official layers are not here, or cannot be unpacked.");
        var texts = folder.Texts();
        var project = new TestProject(Declaration) { Weights = texts };
        project = project with { Sources = project.Sources.Add(("Other.cs", "class Other { }")) };

        // An editor has long compiled the compiler by then; a network of one layer is enough for that.
        await AnalyzerRun.DiagnosticsAsync(
            new TestProject(Declaration.Replace("1..120", "1..1", StringComparison.Ordinal)) { Weights = Copies(texts) }
        );
        var cancelled = new List<double>();
        for (var after = 100; after <= 900; after += 200)
            cancelled.Add(await CancelAsync(project with { Weights = Copies(texts) }, after));

        var watch = Stopwatch.StartNew();
        var run = GeneratorRun.Start(project.Compile(), texts, tracksSteps: false);
        var generated = watch.Elapsed.TotalMilliseconds;
        watch.Restart();
        await AnalyzerRun.DiagnosticsAsync(run.Output, texts);
        var first = watch.Elapsed.TotalMilliseconds;

        var precision = Precision(project.Compile(), texts, out var edges);

        var work = (StageWork.Parses, StageWork.Builds, StageWork.Analyses);
        var (declaring, elsewhere) = (new List<(double Generator, double Analyzers)>(), new List<(double, double)>());
        for (var i = 0; i < Keystrokes; i++)
        {
            (run, var cost) = await KeystrokeAsync(run, "Program.cs", texts, i);
            declaring.Add(cost);
            (run, cost) = await KeystrokeAsync(run, "Other.cs", texts, i);
            elsewhere.Add(cost);
        }

        Assert.Equal(work, (StageWork.Parses, StageWork.Builds, StageWork.Analyses));
        TestContext.Current.TestOutputHelper!.WriteLine(
            FormattableString.Invariant(
                $"""
                first run, {edges:N0} edges: generator {generated:0} ms, analyzers {first:0} ms, of which precision rules {precision:0} ms
                keystroke in the declaring file, median of {Keystrokes}: generator {Median(
                    declaring.Select(cost => cost.Generator)
                ):0.0} ms, analyzers {Median(declaring.Select(cost => cost.Analyzers)):0.0} ms
                keystroke in another file, median of {Keystrokes}: generator {Median(
                    elsewhere.Select(cost => cost.Item1)
                ):0.0} ms, analyzers {Median(elsewhere.Select(cost => cost.Item2)):0.0} ms
                from cancellation to return, during the first run: {string.Join(
                    ", ",
                    cancelled.Select(time => time.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture))
                )} ms
                """
            )
        );
    }

    private static async Task<(GeneratorRun Run, (double, double) Cost)> KeystrokeAsync(
        GeneratorRun run,
        string path,
        ImmutableArray<AdditionalText> texts,
        int number
    )
    {
        var tree = run.Input.SyntaxTrees.Single(candidate => candidate.FilePath == path);
        var edited = tree.WithChangedText(SourceText.From(tree.ToString() + $"\n// {number}"));
        var watch = Stopwatch.StartNew();
        var next = run.Continue(run.Input.ReplaceSyntaxTree(tree, edited));
        var generator = watch.Elapsed.TotalMilliseconds;
        watch.Restart();
        Assert.DoesNotContain(
            await AnalyzerRun.DocumentAsync(next.Output, edited, texts, Analyzers),
            diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning
        );
        return (next, (generator, watch.Elapsed.TotalMilliseconds));
    }

    // New texts, so that the analyzers begin with parsing; the network is not finished then.
    private static async Task<double> CancelAsync(TestProject project, int after)
    {
        using var source = new CancellationTokenSource();
        var before = StageWork.Parses;
        var running = Task.Run(() => AnalyzerRun.DiagnosticsAsync(project.Compile(), project.Weights, source.Token));
        await Task.Delay(after);
        var watch = Stopwatch.StartNew();
        await source.CancelAsync();
        try
        {
            await running;
        }
        catch (OperationCanceledException)
        {
            Assert.InRange(StageWork.Parses - before, 0, Layers);
        }

        var delay = watch.Elapsed.TotalMilliseconds;
        // The driver returns before all its threads have: what they still count must not be counted by the next test.
        for (var last = (-1, -1, -1); last != (StageWork.Parses, StageWork.Builds, StageWork.Analyses); await Task.Delay(200))
            last = (StageWork.Parses, StageWork.Builds, StageWork.Analyses);
        return delay;
    }

    // Of another range, lest what is known be found again.
    private static double Precision(Compilation compilation, ImmutableArray<AdditionalText> texts, out long edges)
    {
        var target = TargetReader.Read(compilation.GetTypeByMetadataName("GraphChallenge1024")!, default)!;
        var declaration = target.Declaration with { InputRange = new([0.0, 2.0]) };
        var network = DeclaredNetworks.Build(target with { Declaration = declaration }, compilation, texts, default).Network!;
        edges = network.Edges;
        var watch = Stopwatch.StartNew();
        PrecisionStages.Problems(declaration, network, new CompilerFiles(texts, default), default);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static ImmutableArray<AdditionalText> Copies(ImmutableArray<AdditionalText> texts) =>
        [.. texts.Select(text => (AdditionalText)new Copy(text.Path, text.GetText()!))];

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Keystrokes / 2);

    /// <summary>The same characters as another text and not the same text.</summary>
    private sealed class Copy(string path, SourceText original) : AdditionalText
    {
        private readonly SourceText _text = original.WithChanges(new TextChange(new TextSpan(original.Length, 0), "\n"));

        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
    }

    /// <summary>The unpacked layers, in a folder that goes when the test ends.</summary>
    private sealed class LayersFolder : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("sparsednn-layers-").FullName;

        public LayersFolder()
        {
            var data =
                Environment.GetEnvironmentVariable("SPARSEDNN_GRAPHCHALLENGE")
                ?? Path.Combine(RepositoryFiles.Root, "..", "shared", "data", "graphchallenge");
            var archive = Path.Combine(data, "neuron1024-layers.tar.xz");
            if (!File.Exists(archive))
                return;
            try
            {
                using var tar = Process.Start(
                    new ProcessStartInfo("tar", ["xJf", Path.GetFullPath(archive), "-C", _folder]) { RedirectStandardError = true }
                )!;
                tar.WaitForExit();
                IsPresent = tar.ExitCode == 0;
            }
            catch (System.ComponentModel.Win32Exception)
            {
                // There is no tar on this machine.
            }
        }

        public bool IsPresent { get; }

        public ImmutableArray<AdditionalText> Texts() =>
            [
                .. Directory
                    .GetFiles(_folder, "n1024-l*.tsv", SearchOption.AllDirectories)
                    .Select(path => (AdditionalText)new InMemoryText(path, File.ReadAllText(path))),
            ];

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
