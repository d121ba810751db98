using SparseDnn.Algebra;
using SparseDnn.Networks;

namespace SparseDnn.Planning.Rewriting;

/// <summary>Where a term may be left out that was added already: ⊕ chooses among its operands, in an order without ties.</summary>
internal static class Idempotence
{
    /// <summary>Whether a repeated term changes no bit of a layer's sums.</summary>
    /// <param name="layer">Any layer.</param>
    public static bool Holds(Layer layer) => layer.Correlate.Candidate is { } candidate && SemiringTraits.IsIdempotent(candidate);
}
