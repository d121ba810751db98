using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SparseDnn.Roslyn.Semirings;

namespace SparseDnn.Analyzers.Semirings.Values;

/// <summary>Which parameters, fields, properties and return values of a compilation are marked, and with what.</summary>
/// <remarks>Outlives the call that made it, so it holds nobody's cancellation token; every question is short.</remarks>
internal sealed class SemiringMarks(Compilation compilation, INamedTypeSymbol attribute)
{
    private readonly ConcurrentDictionary<ISymbol, MarkedSemiring?> _places = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, MarkedSemiring?> _returns = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, MarkedSemiring?> _semirings = new(SymbolEqualityComparer.Default);

    /// <summary>The mark of a parameter, field or property; null without one.</summary>
    public MarkedSemiring? Of(ISymbol symbol) => _places.GetOrAdd(symbol.OriginalDefinition, Read);

    /// <summary>The mark of what a method returns; for an accessor that of its property.</summary>
    public MarkedSemiring? OfReturn(IMethodSymbol method) =>
        method.MethodKind == MethodKind.PropertyGet && method.AssociatedSymbol is { } property
            ? Of(property)
            : _returns.GetOrAdd(method.OriginalDefinition, symbol => Mark(((IMethodSymbol)symbol).GetReturnTypeAttributes()));

    /// <summary>The type argument of a mark; null where there is none, or where it is no type yet.</summary>
    public ITypeSymbol? Argument(AttributeData data) =>
        SymbolEqualityComparer.Default.Equals(data.AttributeClass?.OriginalDefinition, attribute)
        && data.AttributeClass!.TypeArguments[0] is { TypeKind: not TypeKind.Error } argument
            ? argument
            : null;

    /// <summary>A semiring by its type; null where the type is none.</summary>
    public MarkedSemiring? Semiring(INamedTypeSymbol type) =>
        _semirings.GetOrAdd(
            type,
            found =>
                SemiringSource.Interfaces(found).Any() && SemiringReader.Read(found, compilation, CancellationToken.None) is { } reading
                    ? new MarkedSemiring(found, reading.Specification)
                    : null
        );

    private MarkedSemiring? Read(ISymbol symbol)
    {
        if (Mark(symbol.GetAttributes()) is { } own)
            return own;
        return symbol switch
        {
            // The value of a setter, and the property that a record makes of a parameter.
            IParameterSymbol
            {
                ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: { } property } setter
            } parameter when parameter.Ordinal == setter.Parameters.Length - 1 => Of(property),
            IPropertySymbol { ContainingType.IsRecord: true } property
                when property.DeclaringSyntaxReferences.FirstOrDefault() is { } reference && reference.GetSyntax() is ParameterSyntax =>
                property
                    .ContainingType.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
                    .FirstOrDefault(parameter =>
                        parameter.Name == property.Name && parameter.DeclaringSyntaxReferences.FirstOrDefault()?.Span == reference.Span
                    )
                    is { } source
                    ? Of(source)
                    : null,
            _ => null,
        };
    }

    private MarkedSemiring? Mark(System.Collections.Immutable.ImmutableArray<AttributeData> attributes)
    {
        foreach (var data in attributes)
            if (Argument(data) is INamedTypeSymbol type)
                return Semiring(type);
        return null;
    }
}
