using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Families;

/// <summary>A network with inputs and their outputs in closed form.</summary>
/// <param name="Family">Name of the family, such as recognition or path counting.</param>
/// <param name="Network">The network.</param>
/// <param name="Items">At least one item.</param>
/// <remarks>Equality contract: all members by value. The families are described on the page exact-solutions.</remarks>
public sealed record ExactSolution(string Family, DyadicNetwork Network, EquatableArray<ExactItem> Items);

/// <summary>One input whose outputs are known in closed form.</summary>
/// <param name="Label">What the item exercises.</param>
/// <param name="Inputs">Its inputs.</param>
/// <param name="Outputs">Its exact outputs, computed from the closed form and never by evaluating the network.</param>
/// <remarks>Equality contract: all members by value.</remarks>
public sealed record ExactItem(string Label, EquatableArray<Dyadic> Inputs, EquatableArray<Dyadic> Outputs);
