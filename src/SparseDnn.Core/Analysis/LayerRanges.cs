using SparseDnn.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Analysis;

/// <summary>What is known of one layer for every input of a range.</summary>
/// <param name="Index">0-based layer.</param>
/// <param name="Layer">The layer.</param>
/// <param name="Inputs">The range of each of its inputs.</param>
/// <param name="Sums">What is known of each neuron's sum.</param>
internal sealed record LayerRanges(int Index, Layer Layer, Interval[] Inputs, SumRange[] Sums);
