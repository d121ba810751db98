using System;
using System.Collections.Generic;
using System.Composition;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.Problems;
using SparseDnn.Problems.Findings;

namespace SparseDnn.CodeFixes;

/// <summary>Makes a buffer as long as the call needs it that it is given to (SDNN3001).</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BufferLengthCodeFixProvider)), Shared]
public sealed class BufferLengthCodeFixProvider() : EditingCodeFixProvider(ProblemKinds.WrongLength)
{
    private protected override IEnumerable<SourceEdit> Edits(FixSource source, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (diagnostic.AdditionalLocations.Count == 0 || BufferLength.Read(diagnostic.Properties) is not { } needed)
            yield break;
        var place = diagnostic.AdditionalLocations[0];
        if (place.SourceTree?.FilePath != source.Root.SyntaxTree.FilePath || !source.Root.FullSpan.Contains(place.SourceSpan))
            yield break;
        if (source.Root.FindNode(place.SourceSpan, getInnermostNodeForTie: true) is not LiteralExpressionSyntax length)
            yield break;
        if (source.TypeName(needed.Network, length.SpanStart) is not { } network)
            yield break;
        var text = (needed.Items == 1 ? "" : FormattableString.Invariant($"{needed.Items} * ")) + network + "." + needed.Constant;
        yield return new(
            $"Make it {text} elements long",
            "SparseDnn.BufferLength",
            editor => editor.ReplaceNode(length, SyntaxFactory.ParseExpression(text).WithTriviaFrom(length))
        );
    }
}
