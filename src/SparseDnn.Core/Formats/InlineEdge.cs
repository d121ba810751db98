using SparseDnn.Numerics;

namespace SparseDnn.Formats;

/// <summary>One edge written in a declaration.</summary>
/// <param name="Input">0-based input neuron.</param>
/// <param name="Output">0-based output neuron.</param>
/// <param name="Weight">Its weight.</param>
public readonly record struct InlineEdge(int Input, int Output, DecimalNumber Weight);
