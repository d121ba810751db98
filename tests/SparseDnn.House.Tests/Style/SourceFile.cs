using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SparseDnn.House.Tests.Sources;

namespace SparseDnn.House.Tests.Style;

/// <summary>A C# file of the repository, or a text that stands for one.</summary>
/// <param name="Path">Relative to the repository, with forward slashes.</param>
/// <param name="Text">Its text.</param>
internal sealed record SourceFile(string Path, SourceText Text)
{
    /// <summary>Columns of a line.</summary>
    public const int MostColumns = 140;

    private static readonly string[] Areas = ["src", "generators", "analyzers", "samples", "tests"];

    /// <summary>Every file but accepted output of the generator and what builds leave.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. Areas
            .SelectMany(area =>
                Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, area), "*.cs", SearchOption.AllDirectories)
            )
            .Select(file => System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(IsWritten)
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(path, SourceText.From(File.ReadAllText(System.IO.Path.Combine(Repository.Root, path))))),
    ];

    private CompilationUnitSyntax Root { get; } =
        (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(Text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();

    /// <summary>Lines beyond the last column; raw literals of tests hold texts that are compared as they are.</summary>
    public IEnumerable<string> LongLines() =>
        from line in Text.Lines
        where line.Span.Length > MostColumns && !IsTestData(line)
        select At(line.Start);

    /// <summary>Conditional expressions within one another, whatever stands between them but another statement or function.</summary>
    public IEnumerable<string> NestedConditionals() =>
        from conditional in Root.DescendantNodes().OfType<ConditionalExpressionSyntax>()
        where conditional.Ancestors().TakeWhile(IsWithinExpression).OfType<ConditionalExpressionSyntax>().Any()
        select At(conditional.SpanStart);

    /// <summary>Namespaces that are not those of the file's folder.</summary>
    public IEnumerable<string> MisplacedNamespaces() =>
        from space in Root.Members.OfType<BaseNamespaceDeclarationSyntax>()
        where !Namespaces.Fits(Path, space.Name.ToString())
        select At(space.SpanStart);

    /// <summary>The declarations of a kind, anywhere in the file.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    public IEnumerable<T> Declared<T>()
        where T : SyntaxNode => Root.DescendantNodes().OfType<T>();

    private static bool IsWritten(string path) =>
        !path.EndsWith(".verified.cs", StringComparison.Ordinal)
        && !path.EndsWith(".received.cs", StringComparison.Ordinal)
        && !path.Split('/').Any(folder => folder is "bin" or "obj");

    private static bool IsWithinExpression(SyntaxNode node) =>
        node
            is not (
                StatementSyntax
                or LambdaExpressionSyntax
                or MemberDeclarationSyntax
                or ArgumentSyntax
                or InterpolationSyntax
                or InitializerExpressionSyntax
                or SwitchExpressionArmSyntax
            );

    private bool IsTestData(TextLine line) =>
        Path.StartsWith("tests/", StringComparison.Ordinal) && Root.FindToken(line.Start).IsKind(SyntaxKind.MultiLineRawStringLiteralToken);

    private string At(int position) => $"{Path}({Text.Lines.GetLinePosition(position).Line + 1})";
}
