using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SparseDnn.Testing;

/// <summary>
/// Compares the diagnostics of a project with the marks in its text: ids, files and exact spans, none missing and none too many.
/// </summary>
/// <remarks>
/// The networks of tests are small, and much can be said of them that is not the point. Such information is marked too, or its ids are
/// named as <see cref="IncidentalDiagnostics"/>.
/// SDNN2011 alone is off unless a test is about it, see <see cref="TestProject.SaysWithoutRange"/>.
/// </remarks>
public static class AnalyzerVerifier
{
    /// <summary>Verifies source and weights files.</summary>
    /// <param name="id">The id that <c>[|…|]</c> stands for.</param>
    /// <param name="source">Marked C# source; without marks, nothing may be found in it.</param>
    /// <param name="weights">Path and marked text of weights files.</param>
    /// <returns>The diagnostics, for assertions on their messages.</returns>
    /// <exception cref="VerificationException">Expected and actual differ, or the program does not compile beside them.</exception>
    public static Task<ImmutableArray<Diagnostic>> VerifyAsync(string id, string source, params (string Path, string Text)[] weights) =>
        VerifyAsync(id, source, IncidentalDiagnostics.None, [], weights);

    /// <summary>Verifies a project that references others.</summary>
    /// <param name="id">The id that <c>[|…|]</c> stands for.</param>
    /// <param name="source">Marked C# source; without marks, nothing may be found in it.</param>
    /// <param name="references">The referenced projects.</param>
    /// <param name="weights">Path and marked text of additional files.</param>
    /// <returns>The diagnostics, for assertions on their messages.</returns>
    /// <exception cref="VerificationException">Expected and actual differ, or the program does not compile beside them.</exception>
    public static Task<ImmutableArray<Diagnostic>> VerifyAsync(
        string id,
        string source,
        ImmutableArray<MetadataReference> references,
        params (string Path, string Text)[] weights
    ) => VerifyAsync(id, source, IncidentalDiagnostics.None, references, weights);

    /// <summary>Verifies a project about which there is information that the test is not about.</summary>
    /// <param name="id">The id that <c>[|…|]</c> stands for.</param>
    /// <param name="source">Marked C# source; without marks, nothing else may be found in it.</param>
    /// <param name="beside">What is let pass, unless the test names it as <paramref name="id"/> or in a mark.</param>
    /// <param name="references">The referenced projects.</param>
    /// <param name="weights">Path and marked text of additional files.</param>
    /// <returns>The diagnostics without what is let pass, for assertions on their messages.</returns>
    /// <exception cref="VerificationException">Expected and actual differ, or the program does not compile beside them.</exception>
    public static async Task<ImmutableArray<Diagnostic>> VerifyAsync(
        string id,
        string source,
        IncidentalDiagnostics beside,
        ImmutableArray<MetadataReference> references,
        params (string Path, string Text)[] weights
    )
    {
        var files = weights
            .Prepend((Path: "Program.cs", Text: source))
            .Select(file => (file.Path, Markup: Markup.Parse(file.Text)))
            .ToArray();
        var project = new TestProject(files[0].Markup.Text, [.. files.Skip(1).Select(file => (file.Path, file.Markup.Text))])
        {
            References = references,
            SaysWithoutRange = id == "SDNN2011",
        };
        var run = GeneratorRun.Start(project);
        // What the test itself names is demanded.
        var named = files.SelectMany(file => file.Markup.Spans.Select(span => span.Id ?? id)).Append(id).ToHashSet();
        var found = (await AnalyzerRun.DiagnosticsAsync(run.Output, project.Weights))
            .Where(diagnostic => named.Contains(diagnostic.Id) || !beside.Covers(diagnostic))
            .ToImmutableArray();
        var expected = files.SelectMany(file =>
            file.Markup.Spans.Select(span => Line(span.Id ?? id, file.Path, Lines(file.Markup.Text, span.Span)))
        );
        var actual = found.Select(diagnostic =>
            Line(diagnostic.Id, diagnostic.Location.GetLineSpan().Path, diagnostic.Location.GetLineSpan().Span)
        );
        var compiler = run
            .Problems.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Concat(run.GeneratorDiagnostics)
            .Select(diagnostic => diagnostic.ToString());
        Compare(expected, actual, found.Select(diagnostic => diagnostic.ToString()).Concat(compiler));
        if (compiler.Any())
            throw new VerificationException("The program does not compile:\n" + string.Join("\n", compiler));
        return found;
    }

    private static LinePositionSpan Lines(string text, TextSpan span) => SourceText.From(text).Lines.GetLinePositionSpan(span);

    private static string Line(string id, string path, LinePositionSpan span) =>
        $"{id} {path}({span.Start.Line + 1},{span.Start.Character + 1})-({span.End.Line + 1},{span.End.Character + 1})";

    private static void Compare(IEnumerable<string> expected, IEnumerable<string> actual, IEnumerable<string> all)
    {
        var (left, right) = (expected.Order().ToArray(), actual.Order().ToArray());
        if (left.SequenceEqual(right))
            return;
        throw new VerificationException(
            $"Expected:\n{string.Join("\n", left)}\nActual:\n{string.Join("\n", right)}\nAll messages:\n{string.Join("\n", all)}"
        );
    }
}
