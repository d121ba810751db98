using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SparseDnn.Analyzers.Use.Calls;

/// <summary>The elements of a buffer that is written out: <c>new[] { … }</c>, <c>stackalloc[] { … }</c>, <c>[…]</c>.</summary>
internal static class BufferElements
{
    /// <summary>
    /// The elements, conversions to the element type included; null where the buffer is not written out or parts of it come from elsewhere.
    /// </summary>
    public static IReadOnlyList<IOperation>? Of(IOperation buffer) =>
        buffer switch
        {
            IArrayCreationOperation { Initializer: { } initializer, DimensionSizes.Length: 1 } => initializer.ElementValues,
            _ when buffer.Syntax is CollectionExpressionSyntax list
                    && buffer is not IConversionOperation
                    && list.Elements.All(element => element is ExpressionElementSyntax)
                    && buffer.ChildOperations.Count == list.Elements.Count => buffer.ChildOperations.ToArray(),
            _ => null,
        };

    /// <summary>The value of a constant element; null for anything else.</summary>
    public static double? ValueOf(IOperation element) =>
        element.ConstantValue is { HasValue: true, Value: { } value } ? ValueOf(value) : null;

    /// <summary>A number as binary64; null for anything else, and for whole numbers that binary64 does not hold.</summary>
    public static double? ValueOf(object constant) =>
        constant switch
        {
            double value => value,
            float value => value,
            int value => value,
            uint value => value,
            short value => value,
            byte value => value,
            long value when value is >= -(1L << 53) and <= 1L << 53 => value,
            _ => null,
        };
}
