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
/// <remarks>
/// A layer of products alone is one of a ReLU network without activation and biases, so that equal layers are equal. Semirings of a
/// program are references by key (<see cref="SemiringSpecification"/>): nothing here computes over them. Equality contract: all members by
/// value.
/// </remarks>
public sealed record DyadicLayer : LayerForm
{
    /// <summary>A layer of a ReLU network.</summary>
    /// <param name="edges">One row per output neuron, one column per input neuron.</param>
    /// <param name="weights">One value an edge, in the order of <paramref name="edges"/>.</param>
    /// <param name="biases">One value an output neuron; all zero where there is none.</param>
    /// <param name="biasMode">Whether the bias reaches zero sums.</param>
    /// <param name="activation">What follows the bias.</param>
    /// <param name="ceiling">Largest output; null where there is none.</param>
    public DyadicLayer(
        CsrPattern edges,
        DyadicValues weights,
        DyadicValues biases,
        BiasMode biasMode = BiasMode.Dense,
        Activation activation = Activation.ReLU,
        Dyadic? ceiling = null
    )
        : this(edges, weights, biases, biasMode, activation, ceiling, Oscillation.ReLU) { }

    internal DyadicLayer(
        CsrPattern edges,
        DyadicValues weights,
        DyadicValues biases,
        BiasMode biasMode,
        Activation activation,
        Dyadic? ceiling,
        Oscillation semirings
    )
        : base(edges, biasMode, activation, semirings) => (Weights, Biases, Ceiling) = (weights, biases, ceiling);

    /// <summary>One value an edge, in the order of <see cref="LayerForm.Edges"/>.</summary>
    public DyadicValues Weights { get; init; }

    /// <summary>One value an output neuron; all zero where there is none.</summary>
    public DyadicValues Biases { get; init; }

    /// <summary>Largest output; null where there is none.</summary>
    public Dyadic? Ceiling { get; init; }

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
