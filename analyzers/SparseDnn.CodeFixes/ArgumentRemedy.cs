using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using SparseDnn.Problems;

namespace SparseDnn.CodeFixes;

/// <summary>One remedy of a diagnostic: an argument, its new value, and where it is.</summary>
/// <param name="Argument">Its name; parameters of constructors begin with a small letter.</param>
/// <param name="Value">C# of its new value; null to remove it.</param>
/// <param name="Place">The argument, or the attribute where it is not given.</param>
/// <param name="Number">How many remedies of this argument come before.</param>
internal sealed record ArgumentRemedy(string Argument, string? Value, Location Place, int Number)
{
    public string EquivalenceKey => Number == 0 ? $"SparseDnn.Set.{Argument}" : $"SparseDnn.Set.{Argument}.{Number}";

    /// <summary>All remedies that a diagnostic carries.</summary>
    public static IEnumerable<ArgumentRemedy> Of(Diagnostic diagnostic)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < diagnostic.AdditionalLocations.Count; i++)
        {
            if (!diagnostic.Properties.TryGetValue(ProblemRemedyKeys.Argument(i), out var argument) || argument is null)
                continue;
            diagnostic.Properties.TryGetValue(ProblemRemedyKeys.Value(i), out var value);
            seen.TryGetValue(argument, out var number);
            seen[argument] = number + 1;
            yield return new(argument, value, diagnostic.AdditionalLocations[i], number);
        }
    }

    /// <summary>What the remedy does, in words; null where the document has changed since, or holds another part of the type.</summary>
    public string? Title(SyntaxNode root)
    {
        if (Attribute(root) is not { } attribute)
            return null;
        var given = Find(attribute, Argument);
        if (Value is null)
            return given is null ? null : $"Remove {Argument}";
        var value = Value.Replace(ProblemRemedyKeys.Qualifier, "");
        if (given is null)
            return $"Add {Argument} = {value}";
        if (given.Expression.ToString() == Value)
            return null;
        if (char.IsLower(Argument[0]))
            return $"Write {value}";
        return $"Change {Argument} to {value}";
    }

    /// <summary>Applies remedies; of several for one argument the first.</summary>
    public static SyntaxNode Apply(SyntaxNode root, IEnumerable<ArgumentRemedy> remedies)
    {
        var changes = remedies
            .Select(remedy => (Attribute: remedy.Attribute(root), Remedy: remedy))
            .Where(change => change.Attribute is not null)
            .GroupBy(change => change.Attribute!, change => change.Remedy)
            .ToDictionary(
                group => group.Key,
                group => group.GroupBy(remedy => remedy.Argument, StringComparer.Ordinal).Select(same => same.First()).ToArray()
            );
        return root.ReplaceNodes(
            changes.Keys,
            (original, rewritten) => changes[original].Aggregate(rewritten, (attribute, remedy) => remedy.ApplyTo(attribute))
        );
    }

    private AttributeSyntax? Attribute(SyntaxNode root) =>
        Place.IsInSource && Place.SourceTree?.FilePath == root.SyntaxTree.FilePath && root.FullSpan.Contains(Place.SourceSpan)
            ? root.FindNode(Place.SourceSpan).FirstAncestorOrSelf<AttributeSyntax>()
            : null;

    private static AttributeArgumentSyntax? Find(AttributeSyntax attribute, string name) =>
        attribute.ArgumentList?.Arguments.FirstOrDefault(argument =>
            argument.NameEquals?.Name.Identifier.ValueText == name
            || argument.NameColon?.Name.Identifier.ValueText == name
            || (char.IsLower(name[0]) && argument.NameEquals is null && argument.NameColon is null)
        );

    private AttributeSyntax ApplyTo(AttributeSyntax attribute)
    {
        var argument = Find(attribute, Argument);
        if (Value is null)
            return argument is null ? attribute : Remove(attribute, argument);
        var value = SyntaxFactory.ParseExpression(Value).WithAdditionalAnnotations(Simplifier.Annotation);
        if (argument is not null)
            return attribute.ReplaceNode(argument.Expression, value.WithTriviaFrom(argument.Expression));
        var equals = SyntaxFactory
            .Token(SyntaxKind.EqualsToken)
            .WithLeadingTrivia(SyntaxFactory.Space)
            .WithTrailingTrivia(SyntaxFactory.Space);
        var added = SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals(SyntaxFactory.IdentifierName(Argument), equals), null, value);
        if (attribute.ArgumentList is not { Arguments.Count: > 0 } list)
        {
            var empty = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
            return attribute.WithArgumentList(empty.WithArguments(SyntaxFactory.SingletonSeparatedList(added)));
        }

        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        return attribute.WithArgumentList(
            list.WithArguments(
                SyntaxFactory.SeparatedList<AttributeArgumentSyntax>(list.Arguments.GetWithSeparators().Add(comma).Add(added))
            )
        );
    }

    private static AttributeSyntax Remove(AttributeSyntax attribute, AttributeArgumentSyntax argument)
    {
        var arguments = attribute.ArgumentList!.Arguments.Remove(argument);
        return attribute.WithArgumentList(arguments.Count == 0 ? null : attribute.ArgumentList.WithArguments(arguments));
    }
}
