using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SparseDnn.Testing;

/// <summary>A second document for fix-all: a copy of the first one inside a namespace, so that its names do not collide.</summary>
internal static class FixCopies
{
    private const string Path = "ProgramCopy.cs";

    /// <summary>The project with the copy; null where the language does not allow the text of the document inside a namespace.</summary>
    public static TestProject? WithCopy(TestProject project)
    {
        var (_, text) = project.Sources[0];
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(text, project.ParseOptions).GetRoot();
        var isAllowed =
            root.AttributeLists.Count == 0
            && root.Externs.Count == 0
            && root.Usings.All(directive => directive.GlobalKeyword.IsKind(SyntaxKind.None))
            && root.Members.All(member => member is not (GlobalStatementSyntax or FileScopedNamespaceDeclarationSyntax));
        return isAllowed ? project with { Sources = project.Sources.Add((Path, $"namespace Copy\n{{\n{text}\n}}\n")) } : null;
    }

    /// <summary>
    /// Whether a text is the expected one. In the copy blanks do not count: what a fix inserts is indented by where it stands.
    /// </summary>
    public static bool AreEqual(string path, string text, string expected) =>
        path == Path ? Tokens(text).SequenceEqual(Tokens(expected), StringComparer.Ordinal) : text == expected;

    private static System.Collections.Generic.IEnumerable<string> Tokens(string text) =>
        CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTokens().Select(token => token.Text);
}
