using SparseDnn.Networks;

namespace SparseDnn.Exact;

/// <summary>What one layer does to one item, exactly.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Inputs">Its inputs.</param>
/// <param name="Sums">Sums of the weighted inputs, before the bias.</param>
/// <param name="Outputs">After bias, activation and ceiling.</param>
public sealed record ExactLayer(Layer Layer, ExactVector Inputs, ExactVector Sums, ExactVector Outputs);
