using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SparseDnn.Roslyn.Semirings;

internal sealed partial class BodyReader
{
    /// <summary>The two ends of a carrier: a property that returns a tuple of constants.</summary>
    public (Term Min, Term Max)? ReadPair(IPropertySymbol property)
    {
        var declaration = source.Find(property);
        var value = declaration switch
        {
            PropertyDeclarationSyntax { Initializer: { } initializer } when property.SetMethod is null => source.Operation(initializer),
            _ when property.GetMethod is { } getter && source.Find(getter) is { } body => source.Operation(body),
            _ => null,
        };
        if (Tuple(value) is not { Elements.Length: 2 } tuple)
        {
            if (declaration is not null)
                Findings.Decline(declaration, "is not a pair of constants");
            return null;
        }
        var none = new Dictionary<ISymbol, Term>(SymbolEqualityComparer.Default);
        return Read(tuple.Elements[0], none) is { } min && Read(tuple.Elements[1], none) is { } max ? (min, max) : null;
    }

    private static ITupleOperation? Tuple(IOperation? operation) =>
        operation switch
        {
            ITupleOperation tuple => tuple,
            IConversionOperation conversion => Tuple(conversion.Operand),
            ISymbolInitializerOperation initializer => Tuple(initializer.Value),
            IReturnOperation returned => Tuple(returned.ReturnedValue),
            IMethodBodyOperation body => Tuple(body.BlockBody ?? body.ExpressionBody),
            IBlockOperation { Operations.Length: 1 } block => Tuple(block.Operations[0]),
            _ => null,
        };
}
