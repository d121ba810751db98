using SparseDnn.Numerics;

namespace SparseDnn.Inputs.Edges;

/// <summary>One edge written in a declaration.</summary>
/// <param name="Input">0-based input neuron.</param>
/// <param name="Output">0-based output neuron.</param>
/// <param name="Weight">Its weight.</param>
/// <param name="Offset">Where the edge begins in the text, from 0.</param>
/// <param name="Length">How many characters it has.</param>
internal readonly record struct InlineEdge(int Input, int Output, DecimalNumber Weight, int Offset, int Length);
