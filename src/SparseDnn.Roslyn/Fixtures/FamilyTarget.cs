using SparseDnn.Compiler.Fixtures;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Networks;

namespace SparseDnn.Roslyn.Fixtures;

/// <summary>A declared network of a family of exact solutions and the type that carries it.</summary>
/// <param name="Network">The type, as the emitters of networks know it.</param>
/// <param name="Family">The family and its parameters.</param>
/// <remarks>Equality contract: both members by value; holds no symbol, syntax or location.</remarks>
internal sealed record FamilyTarget(NetworkTarget Network, FamilyDeclaration Family)
{
    /// <summary>What is wrong with type or attributes.</summary>
    public EquatableArray<Problem> Problems => Network.Problems;
}
