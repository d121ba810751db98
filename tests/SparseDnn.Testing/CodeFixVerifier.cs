using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SparseDnn.Testing;

/// <summary>
/// Applies a code fix one diagnostic at a time and all at once in document, project and solution; each must give the expected sources,
/// which compile and have none of the diagnostics left.
/// </summary>
/// <param name="provider">The fix.</param>
/// <remarks>
/// For fix-all the project gets a copy of its first document inside a namespace, where the language allows that, and the solution a copy of
/// the project.
/// </remarks>
public sealed class CodeFixVerifier(CodeFixProvider provider)
{
    private const int MostSteps = 20;

    /// <summary>Equivalence key of the action to apply where a diagnostic has several; null for the first one.</summary>
    public string? EquivalenceKey { get; init; }

    /// <summary>Ids of diagnostics that the fixed program may still have: those that the action leaves to the user.</summary>
    public ImmutableArray<string> Remaining { get; init; } = [];

    /// <summary>Verifies the fix in one document.</summary>
    /// <param name="source">Source with diagnostics of the fix.</param>
    /// <param name="expected">Source after the fix.</param>
    /// <param name="files">Path and text of additional files, such as weights.</param>
    /// <returns>Titles of the actions in the order they were applied.</returns>
    /// <exception cref="VerificationException">A fix is missing or gives something else.</exception>
    public Task<IReadOnlyList<string>> VerifyAsync(string source, string expected, params (string Path, string Text)[] files) =>
        VerifyAsync(new TestProject(source, files), expected);

    /// <summary>Verifies the fix in a project of any number of documents.</summary>
    /// <param name="project">The project, with diagnostics of the fix.</param>
    /// <param name="expected">Its sources after the fix, in the same order.</param>
    /// <returns>Titles of the actions in the order they were applied.</returns>
    /// <exception cref="VerificationException">A fix is missing or gives something else.</exception>
    public async Task<IReadOnlyList<string>> VerifyAsync(TestProject project, params string[] expected)
    {
        var fixedProject = project with { Sources = [.. project.Sources.Zip(expected, (before, after) => (before.Path, after))] };
        await RequireFixedAsync(fixedProject);
        var titles = await VerifySinglyAsync(project, fixedProject);
        var (before, after) = (FixCopies.WithCopy(project), FixCopies.WithCopy(fixedProject));
        if (before is null || after is null)
            (before, after) = (project, fixedProject);
        else
            await RequireFixedAsync(after);
        var (workspace, solution) = FixSolution.Open(before, before);
        using var _ = workspace;
        foreach (var scope in new[] { FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution })
            await VerifyAllAsync(scope, solution, before, after);
        return titles;
    }

    /// <summary>The actions that the fix offers for a diagnostic.</summary>
    /// <param name="document">The document.</param>
    /// <param name="diagnostic">The diagnostic.</param>
    public async Task<IReadOnlyList<CodeAction>> ActionsAsync(Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(
            new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None)
        );
        return actions;
    }

    private async Task<IReadOnlyList<string>> VerifySinglyAsync(TestProject project, TestProject expected)
    {
        var titles = new List<string>();
        var (workspace, solution) = FixSolution.Open(project);
        using var _ = workspace;
        while (await NextAsync(solution, titles.Count) is { } action)
        {
            titles.Add(action.Title);
            solution = await FixSolution.ApplyAsync(action);
        }

        if (titles.Count == 0)
            throw new VerificationException("Nothing to fix.");
        await CompareAsync("Fixed one by one", solution.Projects.Single(), expected);
        return titles;
    }

    // The first diagnostic that the chosen action is offered for; where it is offered for none, whether that may be is seen by what
    // remains.
    private async Task<CodeAction?> NextAsync(Solution solution, int steps)
    {
        var diagnostics = await FixableAsync(solution.Projects.Single());
        if (steps == MostSteps && diagnostics.Length > 0)
            throw new VerificationException($"Still {diagnostics[0]} after {MostSteps} fixes.");
        foreach (var diagnostic in diagnostics)
            if (await ActionAsync(solution, diagnostic) is { } action)
                return action;
        return diagnostics.Length > 0 && steps == 0 ? throw new VerificationException($"No fix is offered for {diagnostics[0]}") : null;
    }

    private async Task VerifyAllAsync(FixAllScope scope, Solution solution, TestProject project, TestProject expected)
    {
        var start = await StartAsync(solution);
        var fixAll = provider.GetFixAllProvider() ?? throw new VerificationException("The fix has no fix-all.");
        var document = solution.GetDocument(start.Diagnostic.Location.SourceTree)!;
        var context = new FixAllContext(
            document,
            provider,
            scope,
            start.Action.EquivalenceKey ?? throw new VerificationException($"'{start.Action.Title}' has no equivalence key."),
            provider.FixableDiagnosticIds,
            new FixAllDiagnostics(provider.FixableDiagnosticIds),
            CancellationToken.None
        );
        var action = await fixAll.GetFixAsync(context) ?? throw new VerificationException($"Fix-all in {scope} offers nothing.");
        var inDocument = project with
        {
            Sources = [.. project.Sources.Zip(expected.Sources, (before, after) => before.Path == document.FilePath ? after : before)],
        };
        foreach (var one in (await FixSolution.ApplyAsync(action)).Projects)
        {
            var isIn = scope == FixAllScope.Solution || one.Id == document.Project.Id;
            var wanted = scope == FixAllScope.Document ? inDocument : expected;
            await CompareAsync($"Fixed at once in {scope}, {one.Name}", one, isIn ? wanted : project);
        }
    }

    private async Task<(Diagnostic Diagnostic, CodeAction Action)> StartAsync(Solution solution)
    {
        foreach (var diagnostic in await FixableAsync(solution.Projects.First()))
            if (await ActionAsync(solution, diagnostic) is { } action)
                return (diagnostic, action);
        throw new VerificationException("Nothing to fix at once.");
    }

    private async Task<CodeAction?> ActionAsync(Solution solution, Diagnostic diagnostic)
    {
        var document =
            solution.GetDocument(diagnostic.Location.SourceTree)
            ?? throw new VerificationException($"A fix needs a place in source: {diagnostic}");
        var actions = await ActionsAsync(document, diagnostic);
        return EquivalenceKey is null
            ? actions.FirstOrDefault()
            : actions.FirstOrDefault(action => action.EquivalenceKey == EquivalenceKey);
    }

    private async Task<ImmutableArray<Diagnostic>> FixableAsync(Project project) =>
        [.. (await FixSolution.DiagnosticsAsync(project)).Where(IsMine).Where(diagnostic => diagnostic.Location.IsInSource)];

    private bool IsMine(Diagnostic diagnostic) =>
        provider.FixableDiagnosticIds.Contains(diagnostic.Id) && !Remaining.Contains(diagnostic.Id);

    private static async Task CompareAsync(string how, Project project, TestProject expected)
    {
        foreach (var (path, wanted) in expected.Sources)
        {
            var text = (await project.Documents.Single(document => document.FilePath == path).GetTextAsync()).ToString();
            if (!FixCopies.AreEqual(path, text, wanted))
                throw new VerificationException($"{how}, expected in {path}:\n{wanted}\nactual:\n{text}");
        }
    }

    // What fixes lead to is compared with the expected text, so that is where nothing may be left.
    private async Task RequireFixedAsync(TestProject expected)
    {
        var run = GeneratorRun.Start(expected);
        var left = (await AnalyzerRun.DiagnosticsAsync(run.Output, expected.Weights)).Where(IsMine).Concat(run.Problems).ToArray();
        if (left.Length > 0)
            throw new VerificationException($"Still there in the expected text:\n{string.Join("\n", left.AsEnumerable())}");
    }
}
