using SparseDnn.Algebra.Elements;
using SparseDnn.Planning.Model;

namespace SparseDnn.Planning.Strategies.Common;

/// <summary>Layers whose edges have weights of their own, which is what blocks and panels are for.</summary>
internal static class IndividualWeights
{
    /// <summary>Why blocks and panels are no way for a layer: they are for weights of their own.</summary>
    /// <param name="data">The layer.</param>
    /// <returns>The reason; null where there is none.</returns>
    public static string? WhyNone(LayerData data)
    {
        if (NumberTypes.Of(data.Elements).Real is null)
            return "the elements are no real numbers";
        if (data.AddsOnly || data.Weights.IsConstant)
            return "the edges have one weight";
        return data.Ordered != OrderedInputs.Always ? "the processor's own min and max do not serve for all inputs" : null;
    }
}
