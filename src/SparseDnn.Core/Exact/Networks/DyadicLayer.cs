using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Numerics;
using SparseDnn.Topologies;

namespace SparseDnn.Exact.Networks;

/// <summary>One layer in exact numbers of any format or none: what closed forms, certificates, bounds and perturbations work on.</summary>
/// <param name="Edges">One row per output neuron, one column per input neuron.</param>
/// <param name="Weights">One value an edge, in the order of <paramref name="Edges"/>.</param>
/// <param name="Biases">One value an output neuron; all zero where there is none.</param>
/// <param name="BiasMode">Whether the bias reaches zero sums.</param>
/// <param name="Activation">What follows the bias.</param>
/// <param name="Ceiling">Largest output; null where there is none.</param>
/// <remarks>Equality contract: all members by value.</remarks>
public sealed record DyadicLayer(
    CsrPattern Edges,
    DyadicValues Weights,
    DyadicValues Biases,
    BiasMode BiasMode = BiasMode.Dense,
    Activation Activation = Activation.ReLU,
    Dyadic? Ceiling = null
)
{
    /// <summary>The semiring of sums over edges: the key of ordinary arithmetic.</summary>
    public const string PlusTimes = "plus-times";

    /// <summary>
    /// Key of the semiring over which edges are summed, see <see cref="SemiringKey"/>. Over another one than plus-times and without
    /// <see cref="SelectSemiring"/> a layer
    /// is linear: bias, activation and ceiling mean nothing.
    /// </summary>
    public string Semiring { get; init; } = PlusTimes;

    /// <summary>
    /// Key of the semiring of the epilogue, whose ⊗ adds the bias (its One for none) and whose ⊕ takes One where
    /// <see cref="Activation"/> is ReLU; null for the ReLU or none of plus-times and for linear layers.
    /// </summary>
    public string? SelectSemiring { get; init; }

    /// <summary>Name of <see cref="Semiring"/> for people.</summary>
    public string SemiringName => SemiringKey.NameOf(Semiring);

    /// <summary>Name of <see cref="SelectSemiring"/> for people.</summary>
    public string? SelectSemiringName => SelectSemiring is { } select ? SemiringKey.NameOf(select) : null;

    /// <summary>Number of input neurons.</summary>
    public int Inputs => Edges.ColumnCount;

    /// <summary>Number of output neurons.</summary>
    public int Outputs => Edges.RowCount;

    /// <summary>Whether some bias is not zero.</summary>
    public bool HasBias => Biases.Representatives.Any(bias => !bias.IsZero);

    /// <summary>A biased sum after activation and ceiling.</summary>
    /// <param name="z">The biased sum.</param>
    internal Dyadic Select(Dyadic z)
    {
        if (Activation == Activation.ReLU && z.Sign < 0)
            z = Dyadic.Zero;
        return Ceiling is { } ceiling ? Dyadic.Min(z, ceiling) : z;
    }

    /// <summary>Whether the bias is added to a sum.</summary>
    /// <param name="sum">The exact sum.</param>
    internal bool AddsBias(Dyadic sum) => BiasMode == BiasMode.Dense || !sum.IsZero;
}
