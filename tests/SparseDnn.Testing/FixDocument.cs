using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SparseDnn.Testing;

/// <summary>One source file in a workspace, as code fixes need it.</summary>
public static class FixDocument
{
    /// <summary>Opens a file.</summary>
    /// <param name="source">Its text.</param>
    public static (AdhocWorkspace Workspace, Document Document) Open(string source)
    {
        var template = new TestProject(source);
        var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Create(), "UserProject", "UserProject", LanguageNames.CSharp,
            compilationOptions: template.Compile().Options, parseOptions: template.ParseOptions, metadataReferences: TestReferences.All));
        return (workspace, workspace.AddDocument(project.Id, "Program.cs", SourceText.From(source)));
    }

    /// <summary>The compilation of a document's project, before generation.</summary>
    /// <param name="document">The document.</param>
    public static async Task<CSharpCompilation> CompilationAsync(Document document) => (CSharpCompilation)(await document.Project.GetCompilationAsync())!;

    /// <summary>Runs the generator on it.</summary>
    /// <param name="compilation">The compilation.</param>
    public static GeneratorRun Generate(CSharpCompilation compilation) => GeneratorRun.Start(compilation, []);

    /// <summary>What our analyzers find in it.</summary>
    /// <param name="document">The document.</param>
    public static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(Document document) =>
        await AnalyzerRun.DiagnosticsAsync(Generate(await CompilationAsync(document)).Output, []);

    /// <summary>The document after an action.</summary>
    /// <param name="document">The document before.</param>
    /// <param name="action">The action.</param>
    public static async Task<Document> ApplyAsync(Document document, CodeAction action)
    {
        var operation = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        return operation.ChangedSolution.GetDocument(document.Id)!;
    }

    /// <summary>Hands known diagnostics to a fix-all.</summary>
    public sealed class KnownDiagnostics(ImmutableArray<Diagnostic> diagnostics) : FixAllContext.DiagnosticProvider
    {
        /// <inheritdoc/>
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        /// <inheritdoc/>
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>(diagnostics);

        /// <inheritdoc/>
        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
