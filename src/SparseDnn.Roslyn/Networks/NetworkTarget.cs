using SparseDnn.Algebra.Elements;
using SparseDnn.Networks.Build;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Symbols;

namespace SparseDnn.Roslyn.Networks;

/// <summary>A declared network and the type that carries it.</summary>
/// <param name="Namespace">Namespace; empty for the global one.</param>
/// <param name="Containers">Types around it, outermost first.</param>
/// <param name="Type">The type itself.</param>
/// <param name="IsStatic">Whether it is static, so that it cannot implement interfaces.</param>
/// <param name="CanEmit">Whether a further part of the type can be emitted.</param>
/// <param name="MetadataName">Full name, unique in the compilation.</param>
/// <param name="Declaration">The network.</param>
/// <param name="Problems">What is wrong with type or attributes.</param>
/// <remarks>Equality contract: all members by value; holds no symbol, syntax or location.</remarks>
internal sealed record NetworkTarget(
    string Namespace,
    EquatableArray<TypeHeader> Containers,
    TypeHeader Type,
    bool IsStatic,
    bool CanEmit,
    string MetadataName,
    NetworkDeclaration Declaration,
    EquatableArray<Problem> Problems
)
{
    /// <summary>Where further parts of the type stand.</summary>
    public TypeFrame Frame => new(Namespace, Containers, Type, MetadataName);

    /// <summary>C# name of the element type.</summary>
    public string Element => NumberTypes.Of(Declaration.Elements).Keyword;
}
