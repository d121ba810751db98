using SparseDnn.Algebra;
using SparseDnn.Topologies;

namespace SparseDnn.Networks;

/// <summary>
/// What every description of a layer says, whatever numbers it holds: z = y ⊕₁.⊗₁ W, then y' = min(z ⊗₂ b ⊕₂ One₂, ceiling) with the
/// crossing rule that <see cref="BiasMode"/> names.
/// </summary>
/// <remarks>Equality contract: all members by value.</remarks>
public abstract record LayerForm
{
    private protected LayerForm(CsrPattern edges, BiasMode biasMode, Activation activation, Oscillation semirings) =>
        (Edges, BiasMode, Activation, Semirings) = (edges, biasMode, activation, semirings);

    /// <summary>One row per output neuron, one column per input neuron.</summary>
    public CsrPattern Edges { get; init; }

    /// <summary>What an absent sum becomes.</summary>
    public BiasMode BiasMode { get; init; }

    /// <summary>Whether One₂ is added after the bias; without meaning where no epilogue follows the sums.</summary>
    public Activation Activation { get; init; }

    /// <summary>The pair that the layer oscillates between, or the one that it is linear over.</summary>
    internal Oscillation Semirings { get; init; }

    /// <summary>Number of input neurons.</summary>
    public int Inputs => Edges.ColumnCount;

    /// <summary>Number of output neurons.</summary>
    public int Outputs => Edges.RowCount;

    /// <summary>Whether ⊕₂ One₂ follows the bias; for ReLU networks: max(z, 0).</summary>
    public bool HasActivation => Semirings.Select is not null && Activation == Activation.ReLU;

    /// <summary>Whether some bias is not One₂, so that it changes something.</summary>
    public abstract bool HasBias { get; }

    /// <summary>Whether outputs are limited from above.</summary>
    public abstract bool HasCeiling { get; }
}
