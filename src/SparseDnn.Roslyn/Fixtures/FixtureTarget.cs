using System.Collections.Generic;
using SparseDnn.Algebra.Elements;
using SparseDnn.Compiler.Fixtures;
using SparseDnn.Inputs;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Networks;
using SparseDnn.Roslyn.Symbols;

namespace SparseDnn.Roslyn.Fixtures;

/// <summary>A type with [ExactFixtures] and the network that it names.</summary>
/// <param name="Frame">Where the type's further part stands.</param>
/// <param name="CanEmit">Whether a further part can be emitted.</param>
/// <param name="Options">What is asked for.</param>
/// <param name="NetworkName">Name of the network's type; empty where none is named.</param>
/// <param name="Network">The network, where it is declared by its layers.</param>
/// <param name="Family">The network, where it is declared by a family.</param>
/// <param name="Problems">What is wrong with type or attributes.</param>
/// <remarks>Equality contract: all members by value; holds no symbol, syntax or location.</remarks>
internal sealed record FixtureTarget(
    TypeFrame Frame,
    bool CanEmit,
    FixtureDeclaration Options,
    string NetworkName,
    NetworkTarget? Network,
    FamilyTarget? Family,
    EquatableArray<Problem> Problems
)
{
    /// <summary>All files that the network reads.</summary>
    public IEnumerable<InputFileName> Files => Network?.Declaration.Files ?? Family?.Family.Files ?? [];

    /// <summary>C# type of the fixtures' values.</summary>
    public string Element => ElementOf(Options, Network?.Declaration.Elements ?? Family?.Family.Elements ?? ElementFormat.Binary32);

    /// <summary>C# type of the values of fixtures.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="elements">Element format of the network.</param>
    public static string ElementOf(FixtureDeclaration options, ElementFormat elements) =>
        options.Activations is null ? NumberTypes.Of(elements).Keyword : options.Formats(elements, new List<Problem>()).Activations.Keyword;
}
