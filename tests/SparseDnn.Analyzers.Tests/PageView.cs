using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SparseDnn.Testing;

namespace SparseDnn.Analyzers.Tests;

/// <summary>
/// What a user sees of a faulty program: each message as a build prints it, the marked characters, and the titles of the fixes.
/// </summary>
internal static class PageView
{
    /// <summary>The view of a page's program.</summary>
    /// <param name="project">The program; its first line is one that the page leaves out.</param>
    public static async Task<string> OfAsync(TestProject project)
    {
        var (workspace, solution) = FixSolution.Open(project);
        using var _ = workspace;
        var view = new StringBuilder();
        foreach (var diagnostic in await FixSolution.DiagnosticsAsync(solution.Projects.Single()))
        {
            var (path, start) = (diagnostic.Location.GetLineSpan().Path, diagnostic.Location.GetLineSpan().StartLinePosition);
            var shown = diagnostic.Location.IsInSource ? start.Line : start.Line + 1;
            view.Append(
                CultureInfo.InvariantCulture,
                $"{path}({shown},{start.Character + 1}): {Severity(diagnostic)} {diagnostic.Id}: "
                    + $"{diagnostic.GetMessage(CultureInfo.InvariantCulture)}\n"
            );
            if (Text(project, diagnostic.Location) is { } text)
                Mark(view, text.Lines[start.Line].ToString(), start.Character, Length(diagnostic.Location, text));
            foreach (var title in await TitlesAsync(solution, diagnostic))
                view.Append(CultureInfo.InvariantCulture, $"  fix: {title}\n");
        }

        return view.ToString();
    }

    private static string Severity(Diagnostic diagnostic) => diagnostic.Severity.ToString().ToLowerInvariant();

    private static SourceText? Text(TestProject project, Location location) =>
        location.SourceTree?.GetText() ?? project.Weights.FirstOrDefault(file => file.Path == location.GetLineSpan().Path)?.GetText();

    // Of a place on several lines the first one shows where it is.
    private static int Length(Location location, SourceText text)
    {
        var (start, end) = (location.GetLineSpan().StartLinePosition, location.GetLineSpan().EndLinePosition);
        return start.Line == end.Line ? end.Character - start.Character : text.Lines[start.Line].Span.Length - start.Character;
    }

    private static void Mark(StringBuilder view, string line, int start, int length)
    {
        var indent = line.Length - line.TrimStart().Length;
        view.Append("  ")
            .Append(line.AsSpan(indent))
            .Append('\n')
            .Append(' ', 2 + start - indent)
            .Append('~', Math.Max(1, length))
            .Append('\n');
    }

    private static async Task<IEnumerable<string>> TitlesAsync(Solution solution, Diagnostic diagnostic)
    {
        if (solution.GetDocument(diagnostic.Location.SourceTree) is not { } document)
            return [];
        var titles = new List<string>();
        foreach (var provider in Testing.CodeFixes.All.Where(provider => provider.FixableDiagnosticIds.Contains(diagnostic.Id)))
            titles.AddRange((await new CodeFixVerifier(provider).ActionsAsync(document, diagnostic)).Select(action => action.Title));
        return titles;
    }
}
