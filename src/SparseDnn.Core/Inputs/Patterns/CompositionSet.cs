using SparseDnn.Primitives;
using SparseDnn.Topologies;

namespace SparseDnn.Inputs.Patterns;

/// <summary>Named sequences of the patterns of another file, such as words of letters.</summary>
/// <param name="Names">One name a composition.</param>
/// <param name="Positions">Parts of the longest composition.</param>
/// <param name="Patterns">One row a composition, one column a position and pattern below: column = position · patterns below +
/// pattern.</param>
/// <remarks>Equality contract: all members by value.</remarks>
public sealed record CompositionSet(EquatableArray<string> Names, int Positions, CsrPattern Patterns);
