using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Networks;
using SparseDnn.Numerics;
using SparseDnn.Topologies;

namespace SparseDnn.Exact.Networks;

/// <summary>
/// One layer, as <see cref="LayerForm"/> describes it, in exact numbers of any format or none: what closed forms, certificates, bounds and
/// perturbations work on.
/// </summary>
/// <param name="Edges">One row per output neuron, one column per input neuron.</param>
/// <param name="Weights">One value an edge, in the order of <paramref name="Edges"/>.</param>
/// <param name="Biases">One value an output neuron; all zero where there is none.</param>
/// <param name="BiasMode">Whether the bias reaches zero sums.</param>
/// <param name="Activation">What follows the bias; without meaning where no epilogue follows the sums.</param>
/// <param name="Ceiling">Largest output; null where there is none.</param>
/// <param name="Semirings">The semirings; null for those of a ReLU network.</param>
/// <remarks>
/// A layer of products alone is one of a ReLU network without activation and biases, so that equal layers are equal. Semirings of a
/// program are references by key (<see cref="SemiringSpecification"/>): nothing here computes over them. Equality contract: all members by
/// value.
/// </remarks>
public sealed record DyadicLayer(
    CsrPattern Edges,
    DyadicValues Weights,
    DyadicValues Biases,
    BiasMode BiasMode = BiasMode.Dense,
    Activation Activation = Activation.ReLU,
    Dyadic? Ceiling = null,
    Oscillation? Semirings = null
) : LayerForm(Edges, BiasMode, Activation, Semirings ?? Oscillation.ReLU)
{
    /// <inheritdoc/>
    public override bool HasCeiling => Ceiling is not null;

    /// <summary>Whether some bias is not zero.</summary>
    public override bool HasBias => Biases.Representatives.Any(bias => !bias.IsZero);

    /// <summary>A biased sum after activation and ceiling.</summary>
    /// <param name="z">The biased sum.</param>
    internal Dyadic Select(Dyadic z)
    {
        if (HasActivation && z.Sign < 0)
            z = Dyadic.Zero;
        return Ceiling is { } ceiling ? Dyadic.Min(z, ceiling) : z;
    }

    /// <summary>Whether the bias is added to a sum.</summary>
    /// <param name="sum">The exact sum.</param>
    internal bool AddsBias(Dyadic sum) => BiasMode == BiasMode.Dense || !sum.IsZero;
}
