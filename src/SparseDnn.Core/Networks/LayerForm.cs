using SparseDnn.Algebra;
using SparseDnn.Topologies;

namespace SparseDnn.Networks;

/// <summary>
/// What every description of a layer says, whatever numbers it holds: z = y ⊕₁.⊗₁ W, then y' = min(z ⊗₂ b ⊕₂ One₂, ceiling) with the
/// crossing rule that <paramref name="BiasMode"/> names.
/// </summary>
/// <param name="Edges">One row per output neuron, one column per input neuron.</param>
/// <param name="BiasMode">What an absent sum becomes.</param>
/// <param name="Activation">Whether One₂ is added after the bias.</param>
/// <param name="Semirings">The pair that the layer oscillates between, or the one that it is linear over.</param>
/// <remarks>Equality contract: all members by value.</remarks>
public abstract record LayerForm(CsrPattern Edges, BiasMode BiasMode, Activation Activation, Oscillation Semirings)
{
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
