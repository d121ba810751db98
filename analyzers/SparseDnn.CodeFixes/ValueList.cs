using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SparseDnn.CodeFixes;

/// <summary>A list of values written out: <c>new[] { … }</c>, <c>new double[] { … }</c> or <c>[…]</c>.</summary>
internal sealed class ValueList
{
    private readonly CollectionExpressionSyntax? _collection;
    private readonly InitializerExpressionSyntax? _initializer;

    private ValueList(CollectionExpressionSyntax? collection, InitializerExpressionSyntax? initializer)
    {
        _collection = collection;
        _initializer = initializer;
        Values =
            collection?.Elements.Select(element => ((ExpressionElementSyntax)element).Expression).ToArray()
            ?? (IReadOnlyList<ExpressionSyntax>)initializer!.Expressions;
    }

    /// <summary>The node to replace.</summary>
    public SyntaxNode Node => (SyntaxNode?)_collection ?? _initializer!;

    /// <summary>The values.</summary>
    public IReadOnlyList<ExpressionSyntax> Values { get; }

    /// <summary>Reads an expression; null where it is no such list, or has its length written beside it.</summary>
    public static ValueList? Of(ExpressionSyntax expression) =>
        expression switch
        {
            ImplicitArrayCreationExpressionSyntax array => new(null, array.Initializer),
            ArrayCreationExpressionSyntax { Initializer: { } initializer, Type.RankSpecifiers: { Count: 1 } ranks }
                when ranks[0].Sizes is { Count: 1 } sizes && sizes[0] is OmittedArraySizeExpressionSyntax => new(null, initializer),
            CollectionExpressionSyntax collection when collection.Elements.All(element => element is ExpressionElementSyntax) => new(
                collection,
                null
            ),
            _ => null,
        };

    /// <summary>The list with its first values only.</summary>
    public SyntaxNode Shortened(int count) =>
        _collection is not null
            ? _collection.WithElements(Shortened(_collection.Elements, count))
            : _initializer!.WithExpressions(Shortened(_initializer.Expressions, count));

    /// <summary>The list with more values of one text.</summary>
    public SyntaxNode Lengthened(int count, string text)
    {
        var value = SyntaxFactory.ParseExpression(text);
        return _collection is not null
            ? _collection.WithElements(Lengthened(_collection.Elements, count, SyntaxFactory.ExpressionElement(value)))
            : _initializer!.WithExpressions(Lengthened(_initializer.Expressions, count, value));
    }

    private static SeparatedSyntaxList<T> Shortened<T>(SeparatedSyntaxList<T> list, int count)
        where T : SyntaxNode => List(list, list.Take(count).ToArray());

    private static SeparatedSyntaxList<T> Lengthened<T>(SeparatedSyntaxList<T> list, int count, T value)
        where T : SyntaxNode => List(list, list.Concat(Enumerable.Repeat(value, count - list.Count)).ToArray());

    // What comes after the last value, a comma or blanks, stays at the end.
    private static SeparatedSyntaxList<T> List<T>(SeparatedSyntaxList<T> before, T[] nodes)
        where T : SyntaxNode
    {
        if (before.Count == 0 || nodes.Length == 0)
            return SyntaxFactory.SeparatedList(nodes, Enumerable.Repeat(Comma, System.Math.Max(0, nodes.Length - 1)));
        var inner = before.GetSeparators().Take(before.Count - 1).Concat(Enumerable.Repeat(Comma, nodes.Length)).Take(nodes.Length - 1);
        if (before.SeparatorCount == before.Count)
            return SyntaxFactory.SeparatedList(nodes, inner.Append(before.GetSeparator(before.Count - 1)));
        if (nodes.Length > before.Count)
            nodes[before.Count - 1] = nodes[before.Count - 1].WithTrailingTrivia();
        nodes[nodes.Length - 1] = nodes[nodes.Length - 1].WithTrailingTrivia(before.Last().GetTrailingTrivia());
        return SyntaxFactory.SeparatedList(nodes, inner);
    }

    private static SyntaxToken Comma => SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
}
