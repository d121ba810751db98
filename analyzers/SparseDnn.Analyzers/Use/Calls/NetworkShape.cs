using System.Linq;
using Microsoft.CodeAnalysis;
using SparseDnn.Roslyn.Fixtures;
using SparseDnn.Roslyn.Names;

namespace SparseDnn.Analyzers.Use.Calls;

/// <summary>The shape of a declared network, as the constants of its generated part say.</summary>
/// <param name="Type">The declaring type.</param>
/// <param name="Inputs">Values in an input item.</param>
/// <param name="Outputs">Values in an output item.</param>
internal sealed record NetworkShape(INamedTypeSymbol Type, int Inputs, int Outputs)
{
    /// <summary>Name of the network.</summary>
    public string Name => Type.Name;

    /// <summary>The shape of a type; null where it declares no network, or one with errors, which have diagnostics of their own.</summary>
    /// <param name="type">Any type.</param>
    public static NetworkShape? Of(INamedTypeSymbol? type)
    {
        if (type is null || !IsDeclared(type) || Constant(type, "Layers") is not > 0)
            return null;
        return Constant(type, "Inputs") is { } inputs and > 0 && Constant(type, "Outputs") is { } outputs and > 0
            ? new(type, inputs, outputs)
            : null;
    }

    /// <summary>Whether a type carries [SparseNetwork] or the attribute of a family.</summary>
    public static bool IsDeclared(INamedTypeSymbol type) =>
        type.GetAttributes().Any(attribute => OwnSymbols.IsOwn(attribute.AttributeClass, "SparseNetworkAttribute"))
        || FamilyReader.Attribute(type) is not null;

    private static int? Constant(INamedTypeSymbol type, string name) =>
        type.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault() is { HasConstantValue: true, ConstantValue: int value }
            ? value
            : null;
}
