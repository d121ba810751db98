using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.Analyzers.Use.Calls;
using SparseDnn.Problems.Findings;
using SparseDnn.Roslyn.Symbols;

namespace SparseDnn.Analyzers.Use.Buffers;

/// <summary>Where the length of a buffer is written that a call is given as a whole, and what it should be.</summary>
/// <param name="Length">The written length.</param>
/// <param name="Finding">What a fix must know.</param>
internal sealed record AllocatedLength(ExpressionSyntax Length, BufferLength Finding)
{
    /// <summary>The written length; null where none is written, or where only a part of the memory was given.</summary>
    /// <param name="origin">Where the memory was made.</param>
    /// <param name="length">How many elements the call was given.</param>
    /// <param name="shape">The network.</param>
    /// <param name="constant">Name of the constant.</param>
    /// <param name="items">Number of items.</param>
    public static AllocatedLength? Of(SyntaxNode origin, long? length, NetworkShape shape, string constant, long items)
    {
        var written = origin switch
        {
            ArrayCreationExpressionSyntax { Initializer: null, Type: var type } => Only(type),
            StackAllocArrayCreationExpressionSyntax { Initializer: null, Type: ArrayTypeSyntax type } => Only(type),
            _ => null,
        };
        // A length that is computed is the user's to correct.
        if (written is not LiteralExpressionSyntax { Token.Value: int number } || number != length)
            return null;
        return new(written, new(TypeSymbols.MetadataName(shape.Type), constant, items));
    }

    private static ExpressionSyntax? Only(ArrayTypeSyntax type) =>
        type.RankSpecifiers is { Count: 1 } ranks && ranks[0].Sizes is { Count: 1 } sizes ? sizes[0] : null;
}
