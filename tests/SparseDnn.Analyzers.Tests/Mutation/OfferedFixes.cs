using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Mutation;

/// <summary>
/// Applies every fix that is offered in a project of damaged files: none throws, and none makes a syntax error in a file without one. Where
/// the syntax is broken already, what a word more means is anyone's guess.
/// </summary>
internal static class OfferedFixes
{
    /// <summary>Applies them one at a time, and all of one kind at once in each file.</summary>
    /// <param name="seed">Named in failures.</param>
    /// <param name="project">The project.</param>
    /// <returns>How many were applied to files without syntax errors, by id.</returns>
    public static async Task<IReadOnlyDictionary<string, int>> ApplyAsync(int seed, TestProject project)
    {
        var (workspace, solution) = FixSolution.Open(project);
        using var _ = workspace;
        var applied = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<(DocumentId, string, string?)>();
        foreach (var diagnostic in await FixSolution.DiagnosticsAsync(solution.Projects.Single()))
        {
            if (solution.GetDocument(diagnostic.Location.SourceTree) is not { } document)
                continue;
            foreach (var provider in Testing.CodeFixes.All.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                foreach (
                    var action in await Guarded(
                        () => new CodeFixVerifier(provider).ActionsAsync(document, diagnostic),
                        seed,
                        diagnostic,
                        document
                    )
                )
                {
                    var mended = await Guarded(() => FixSolution.ApplyAsync(action), seed, diagnostic, document);
                    await CheckAsync(seed, diagnostic, action, document, mended.GetDocument(document.Id)!);
                    if (Errors(diagnostic.Location.SourceTree!) == 0)
                        applied[diagnostic.Id] = applied.GetValueOrDefault(diagnostic.Id) + 1;
                    if (seen.Add((document.Id, provider.GetType().Name, action.EquivalenceKey)))
                        await CheckAllAsync(seed, diagnostic, action, provider, document);
                }
            }
        }

        return applied;
    }

    private static async Task CheckAllAsync(int seed, Diagnostic diagnostic, CodeAction action, CodeFixProvider provider, Document document)
    {
        var context = new FixAllContext(
            document,
            provider,
            FixAllScope.Document,
            action.EquivalenceKey!,
            provider.FixableDiagnosticIds,
            new FixAllDiagnostics(provider.FixableDiagnosticIds),
            default
        );
        if (await Guarded(() => provider.GetFixAllProvider()!.GetFixAsync(context), seed, diagnostic, document) is not { } all)
            return;
        var mended = await Guarded(() => FixSolution.ApplyAsync(all), seed, diagnostic, document);
        await CheckAsync(seed, diagnostic, all, document, mended.GetDocument(document.Id)!);
    }

    // What is written is parsed anew: a tree may be well-formed whose text is not.
    private static async Task CheckAsync(int seed, Diagnostic diagnostic, CodeAction action, Document before, Document after)
    {
        var (old, text) = ((await before.GetSyntaxTreeAsync())!, await after.GetTextAsync());
        if (Errors(old) == 0 && Errors(old.WithChangedText(text)) > 0)
            Assert.Fail(
                $"Seed {seed}: '{action.Title}' for {diagnostic} breaks the syntax:\n{await before.GetTextAsync()}\nbecomes\n{text}"
            );
    }

    private static int Errors(SyntaxTree tree) =>
        tree.GetDiagnostics().Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static async Task<T> Guarded<T>(Func<Task<T>> work, int seed, Diagnostic diagnostic, Document document)
    {
        try
        {
            return await work();
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            throw new InvalidOperationException(
                $"Seed {seed}: a fix of {diagnostic} throws {exception}\n{await document.GetTextAsync()}",
                exception
            );
        }
    }
}
