using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SparseDnn.Testing;

/// <summary>Applies a code fix one diagnostic at a time and all at once; both must give the expected source, which compiles and has none of the diagnostics left.</summary>
/// <param name="provider">The fix.</param>
public sealed class CodeFixVerifier(CodeFixProvider provider)
{
    private const int MostSteps = 20;

    /// <summary>Verifies the fix.</summary>
    /// <param name="source">Source with diagnostics of the fix.</param>
    /// <param name="expected">Source after the fix.</param>
    /// <returns>Titles of the actions in the order they were applied.</returns>
    /// <exception cref="VerificationException">A fix is missing or gives something else.</exception>
    public async Task<IReadOnlyList<string>> VerifyAsync(string source, string expected)
    {
        var titles = new List<string>();
        var (workspace, document) = FixDocument.Open(source);
        using (workspace)
        {
            var stepwise = document;
            while ((await FixableAsync(stepwise)).FirstOrDefault() is { } diagnostic)
            {
                if (titles.Count == MostSteps) throw new VerificationException($"Still {diagnostic} after {MostSteps} fixes.");
                var action = (await ActionsAsync(stepwise, diagnostic)).FirstOrDefault() ?? throw new VerificationException($"No fix is offered for {diagnostic}");
                titles.Add(action.Title);
                stepwise = await FixDocument.ApplyAsync(stepwise, action);
            }

            if (titles.Count == 0) throw new VerificationException("Nothing to fix.");
            await CheckAsync("Fixed one by one", stepwise, expected);
            await CheckAsync("Fixed at once", await FixAllAsync(document), expected);
        }

        return titles;
    }

    /// <summary>The actions that the fix offers for a diagnostic.</summary>
    /// <param name="document">The document.</param>
    /// <param name="diagnostic">The diagnostic.</param>
    public async Task<IReadOnlyList<CodeAction>> ActionsAsync(Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        await provider.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        return actions;
    }

    private async Task<ImmutableArray<Diagnostic>> FixableAsync(Document document) =>
        [.. (await FixDocument.DiagnosticsAsync(document)).Where(diagnostic => provider.FixableDiagnosticIds.Contains(diagnostic.Id)).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)];

    private async Task<Document> FixAllAsync(Document document)
    {
        var diagnostics = await FixableAsync(document);
        var key = (await ActionsAsync(document, diagnostics[0]))[0].EquivalenceKey;
        var fixAll = provider.GetFixAllProvider() ?? throw new VerificationException("The fix has no fix-all.");
        var context = new FixAllContext(
            document, provider, FixAllScope.Document, key!, provider.FixableDiagnosticIds, new FixDocument.KnownDiagnostics(diagnostics), CancellationToken.None);
        var action = await fixAll.GetFixAsync(context) ?? throw new VerificationException("Fix-all offers nothing.");
        return await FixDocument.ApplyAsync(document, action);
    }

    private async Task CheckAsync(string how, Document document, string expected)
    {
        var text = (await document.GetTextAsync()).ToString();
        if (text != expected) throw new VerificationException($"{how}, expected:\n{expected}\nactual:\n{text}");
        var left = await FixableAsync(document);
        var errors = FixDocument.Generate(await FixDocument.CompilationAsync(document)).Problems.Select(problem => problem.ToString());
        if (left.Any() || errors.Any()) throw new VerificationException($"{how}, still there:\n{string.Join("\n", left.Select(d => d.ToString()).Concat(errors))}");
    }
}
