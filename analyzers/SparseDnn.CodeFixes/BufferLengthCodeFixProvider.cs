using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.Problems;

namespace SparseDnn.CodeFixes;

/// <summary>Makes a buffer as long as the call needs it that it is given to (SDNN3001).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BufferLengthCodeFixProvider)), Shared]
public sealed class BufferLengthCodeFixProvider : EditingCodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(ProblemKinds.WrongLength.Id);

    private protected override IEnumerable<SourceEdit> Edits(FixSource source, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (
            diagnostic.AdditionalLocations.Count == 0
            || !diagnostic.Properties.TryGetValue("Items", out var items)
            || !diagnostic.Properties.TryGetValue("Constant", out var constant)
        )
            yield break;
        var place = diagnostic.AdditionalLocations[0];
        if (place.SourceTree?.FilePath != source.Root.SyntaxTree.FilePath || !source.Root.FullSpan.Contains(place.SourceSpan))
            yield break;
        if (source.Root.FindNode(place.SourceSpan, getInnermostNodeForTie: true) is not LiteralExpressionSyntax length)
            yield break;
        if (!diagnostic.Properties.TryGetValue("Network", out var key) || source.TypeName(key, length.SpanStart) is not { } network)
            yield break;
        var text = (items == "1" ? "" : items + " * ") + network + "." + constant;
        yield return new(
            $"Make it {text} elements long",
            "SparseDnn.BufferLength",
            editor => editor.ReplaceNode(length, SyntaxFactory.ParseExpression(text).WithTriviaFrom(length))
        );
    }
}
