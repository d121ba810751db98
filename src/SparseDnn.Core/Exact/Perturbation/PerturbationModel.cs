using System;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra.Values;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Perturbation;

/// <summary>The outputs for one item as polynomials in ε, and the open interval of ε in which they are exact.</summary>
/// <param name="Outputs">One polynomial an output; of degree 1 at most where only inputs move, else at most the number of layers, plus 1
/// where inputs move too.</param>
/// <param name="Low">ε⁻, below 0, or 0 for a model of the right side; −∞ where no kink is met.</param>
/// <param name="High">ε⁺, above 0, or 0 for a model of the left side; +∞ where no kink is met.</param>
/// <param name="EndsAreCrossings">Whether each finite end is the exact first crossing; otherwise it is a bound within it (the crossing of a
/// curve need not be rational).</param>
/// <param name="Kinks">Neurons on a kink: where there are any the model is one-sided.</param>
/// <remarks>
/// While no z crosses a kink the network is polynomial in ε, y' = (y·(W + εE) + b + εe)·D with D fixed; for an input
/// direction alone the outputs are Y + ε·Δ·∏W_l·D_l. The ends are the nearest zeros of z and z − ceiling over all neurons.
/// ε = 0 always belongs to it, save for a jump of bias on nonzero sums. Source: mathematics page, section 6.
/// Equality contract: all members by value.
/// </remarks>
public sealed record PerturbationModel(
    EquatableArray<DyadicPolynomial> Outputs,
    Rational Low,
    Rational High,
    bool EndsAreCrossings,
    EquatableArray<PerturbationKink> Kinks
)
{
    /// <summary>dY/dε at 0 (of the model's side).</summary>
    public EquatableArray<Dyadic> Derivative => new(Outputs.Select(output => output[1]).ToArray());

    /// <summary>Whether the model is exact at an ε: it lies in the open interval, or is 0 and no bias jumps there.</summary>
    /// <param name="epsilon">ε.</param>
    public bool Holds(Dyadic epsilon) =>
        epsilon.IsZero
            ? Kinks.All(kink => kink.What != PerturbationBuilder.ZeroSum)
            : Low.CompareTo(new Rational(epsilon)) < 0 && High.CompareTo(new Rational(epsilon)) > 0;

    /// <summary>The exact outputs at an ε.</summary>
    /// <param name="epsilon">Within the interval.</param>
    /// <exception cref="ArgumentOutOfRangeException">The model does not hold there.</exception>
    public EquatableArray<Dyadic> Evaluate(Dyadic epsilon) =>
        Holds(epsilon)
            ? new(Outputs.Select(output => output.Evaluate(epsilon)).ToArray())
            : throw new ArgumentOutOfRangeException(
                nameof(epsilon),
                epsilon.ToString(),
                $"The model holds between {RationalText.Of(Low)} and {RationalText.Of(High)}."
            );

    /// <summary>Follows a direction through a network.</summary>
    /// <param name="network">A plus-times network.</param>
    /// <param name="input">The item at ε = 0.</param>
    /// <param name="direction">What moves.</param>
    /// <param name="leftSide">Which side of 0 to model where a neuron sits on a kink: left, else right.</param>
    /// <param name="cancellationToken">Checked for every sum.</param>
    /// <exception cref="ArgumentException">The direction or the item does not fit the network.</exception>
    public static PerturbationModel Create(
        DyadicNetwork network,
        EquatableArray<Dyadic> input,
        PerturbationDirection direction,
        bool leftSide = false,
        CancellationToken cancellationToken = default
    )
    {
        direction.Demand(network.DemandPlusTimes(), input.Count);
        return new PerturbationBuilder(network, direction, leftSide, cancellationToken).Build(input);
    }
}

/// <summary>A neuron that sits on a kink and leaves it as soon as ε moves, so that derivatives are one-sided.</summary>
/// <param name="Layer">0-based layer.</param>
/// <param name="Neuron">0-based output neuron.</param>
/// <param name="What">The kink: <c>zero</c>, <c>ceiling</c>, or <c>zero sum</c> where a bias acts on nonzero sums.</param>
public sealed record PerturbationKink(int Layer, int Neuron, string What);
