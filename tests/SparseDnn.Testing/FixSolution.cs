using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SparseDnn.Generators;

namespace SparseDnn.Testing;

/// <summary>Users' projects in a workspace, as code fixes need them. The generator runs in it, so that fixes see what it adds.</summary>
public static class FixSolution
{
    // A fix-all asks for the same project again and again.
    private static readonly ConditionalWeakTable<Compilation, Task<ImmutableArray<Diagnostic>>> Known = new();

    /// <summary>Opens projects; they are named UserProject, UserProject2, …</summary>
    /// <param name="projects">The projects.</param>
    public static (AdhocWorkspace Workspace, Solution Solution) Open(params TestProject[] projects)
    {
        var workspace = new AdhocWorkspace();
        var solution = workspace.CurrentSolution;
        for (var i = 0; i < projects.Length; i++)
            solution = Add(solution, projects[i], i == 0 ? "UserProject" : $"UserProject{i + 1}");
        return (workspace, solution);
    }

    /// <summary>The document of a path in the first project.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="path">Path of the document.</param>
    public static Document Document(Solution solution, string path = "Program.cs") =>
        solution.Projects.First(project => project.Name == "UserProject").Documents.Single(document => document.FilePath == path);

    /// <summary>What our analyzers find in a project, by file and place.</summary>
    /// <param name="project">The project.</param>
    /// <param name="cancellationToken">Passed to the analyzers.</param>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Project project, CancellationToken cancellationToken = default)
    {
        var compilation = (await project.GetCompilationAsync(cancellationToken))!;
        return await Known.GetValue(compilation, _ => FindAsync(compilation, project.AnalyzerOptions.AdditionalFiles, cancellationToken));
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(
        Compilation compilation,
        ImmutableArray<AdditionalText> files,
        CancellationToken cancellationToken
    )
    {
        var found = await AnalyzerRun.DiagnosticsAsync(compilation, files, cancellationToken);
        return
        [
            .. found
                .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, System.StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start),
        ];
    }

    /// <summary>The solution after an action.</summary>
    /// <param name="action">The action.</param>
    /// <exception cref="VerificationException">The action does anything but change the solution.</exception>
    public static async Task<Solution> ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        return operations is [ApplyChangesOperation change]
            ? change.ChangedSolution
            : throw new VerificationException($"'{action.Title}' does more or less than to change the solution.");
    }

    private static Solution Add(Solution solution, TestProject template, string name)
    {
        var id = ProjectId.CreateNewId(name);
        solution = solution.AddProject(
            ProjectInfo.Create(
                id,
                VersionStamp.Create(),
                name,
                name,
                LanguageNames.CSharp,
                compilationOptions: template.Compile().Options,
                parseOptions: template.ParseOptions,
                metadataReferences: TestReferences.All.AddRange(template.References),
                analyzerReferences: [new OurGenerator()]
            )
        );
        foreach (var (path, text) in template.Sources)
            solution = solution.AddDocument(DocumentId.CreateNewId(id), path, SourceText.From(text), filePath: path);
        foreach (var file in template.Weights)
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(id), file.Path, file.GetText()!, filePath: file.Path);
        return solution;
    }

    // Analyzers are run by the verifier, which wants their diagnostics one by one.
    private sealed class OurGenerator : AnalyzerReference
    {
        private readonly ImmutableArray<ISourceGenerator> _generators = [new SparseNetworkGenerator().AsSourceGenerator()];

        public override string FullPath => Display;

        public override string Display => "SparseDnn.Generators";

        public override object Id => typeof(OurGenerator);

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;
    }
}
