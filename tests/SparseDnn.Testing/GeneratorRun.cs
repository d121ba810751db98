using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SparseDnn.Generators;

namespace SparseDnn.Testing;

/// <summary>One run of the generator and what came of it.</summary>
public sealed class GeneratorRun
{
    private readonly GeneratorDriver _driver;
    private readonly Dictionary<string, SyntaxTree> _trees;

    private GeneratorRun(GeneratorDriver driver, Compilation input, GeneratorRun? before, CancellationToken cancellationToken)
    {
        Input = input;
        _driver = driver.RunGenerators(input, cancellationToken);
        Result = _driver.GetRunResult().Results.Single();
        GeneratorDiagnostics = Result.Diagnostics;
        _trees = Result.GeneratedSources.ToDictionary(source => source.HintName, source => Kept(source, before));
        Output = input.AddSyntaxTrees(Result.GeneratedSources.Select(source => _trees[source.HintName]));
    }

    // As editors do: a generated file whose text stays as it is remains the same tree, which is not parsed again.
    private static SyntaxTree Kept(GeneratedSourceResult source, GeneratorRun? before) =>
        before is not null && before._trees.TryGetValue(source.HintName, out var tree) && tree.GetText().ContentEquals(source.SourceText)
            ? tree
            : source.SyntaxTree;

    /// <summary>The compilation that the generator saw.</summary>
    public Compilation Input { get; }

    /// <summary>The compilation with the generated files.</summary>
    public Compilation Output { get; }

    /// <summary>Diagnostics of the generator itself, such as CS8785 where it threw.</summary>
    public ImmutableArray<Diagnostic> GeneratorDiagnostics { get; }

    /// <summary>Generated files and tracked steps.</summary>
    public GeneratorRunResult Result { get; }

    /// <summary>Generated texts by their hint names.</summary>
    public IReadOnlyDictionary<string, string> Files =>
        Result.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString());

    /// <summary>Runs on a project for the first time.</summary>
    /// <param name="project">The project.</param>
    /// <param name="cancellationToken">Passed to the generator.</param>
    public static GeneratorRun Start(TestProject project, CancellationToken cancellationToken = default) =>
        Start(project.Compile(), project.Weights, cancellationToken);

    /// <summary>Runs on a compilation for the first time.</summary>
    /// <param name="compilation">The compilation, with at least one file.</param>
    /// <param name="weights">Additional files.</param>
    /// <param name="cancellationToken">Passed to the generator.</param>
    /// <param name="tracksSteps">Whether the steps are noted, which editors do not do.</param>
    public static GeneratorRun Start(
        Compilation compilation,
        ImmutableArray<AdditionalText> weights,
        CancellationToken cancellationToken = default,
        bool tracksSteps = true
    )
    {
        var driver = CSharpGeneratorDriver.Create(
            [new SparseNetworkGenerator().AsSourceGenerator()],
            weights,
            (CSharpParseOptions)compilation.SyntaxTrees.First().Options,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracksSteps)
        );
        return new GeneratorRun(driver, compilation, null, cancellationToken);
    }

    /// <summary>Runs again after an edit, with what the driver kept.</summary>
    /// <param name="compilation">The edited compilation; null for the same.</param>
    /// <param name="weights">The edited additional files; null for the same.</param>
    public GeneratorRun Continue(Compilation? compilation = null, ImmutableArray<AdditionalText>? weights = null) =>
        new(weights is { } texts ? _driver.ReplaceAdditionalTexts(texts) : _driver, compilation ?? Input, this, default);

    /// <summary>Errors and warnings of the generated program, hidden and informational ones left out.</summary>
    public IEnumerable<Diagnostic> Problems =>
        Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed);

    /// <summary>Demands a program without errors and warnings.</summary>
    /// <param name="except">Ids that the test's own source causes.</param>
    /// <exception cref="VerificationException">There are some; the message lists them.</exception>
    public GeneratorRun RequireClean(params string[] except)
    {
        var problems = Problems
            .Concat(GeneratorDiagnostics)
            .Where(problem => !except.Contains(problem.Id))
            .Select(problem => problem.ToString())
            .ToArray();
        return problems.Length == 0 ? this : throw new VerificationException(string.Join("\n", problems));
    }
}
