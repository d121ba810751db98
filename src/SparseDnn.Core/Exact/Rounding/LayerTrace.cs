using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact;

/// <summary>What one layer does to one item, in exact arithmetic.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Inputs">Its inputs.</param>
/// <param name="Sums">Sums of the weighted inputs, before the bias.</param>
/// <param name="Biased">Sums with the bias where it is added: the z whose kinks matter.</param>
/// <param name="Outputs">After activation and ceiling, exact.</param>
/// <param name="Carried">What the next layer takes: the exact outputs, or the rounded ones where rounding between layers is declared.</param>
public sealed record LayerTrace(
    DyadicLayer Layer,
    EquatableArray<Dyadic> Inputs,
    EquatableArray<Dyadic> Sums,
    EquatableArray<Dyadic> Biased,
    EquatableArray<Dyadic> Outputs,
    EquatableArray<Dyadic> Carried);
