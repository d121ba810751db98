using SparseDnn.Algebra;
using SparseDnn.Topologies;

namespace SparseDnn.Networks;

/// <summary>One layer: y' = min(max(y·W ⊕ b, 0), ceiling) with the crossing rule that <paramref name="BiasMode"/> names.</summary>
/// <param name="Edges">One row per output neuron, one column per input neuron.</param>
/// <param name="Weights">One value an edge, in the order of <paramref name="Edges"/>.</param>
/// <param name="Biases">One value an output neuron.</param>
/// <param name="BiasMode">Whether the bias reaches zero sums.</param>
/// <param name="Activation">What follows the bias.</param>
/// <param name="Ceiling">Largest output; +∞ where there is none.</param>
/// <param name="Semirings">The pair that the layer oscillates between.</param>
/// <remarks>Equality contract: all members by value.</remarks>
public sealed record Layer(
    CsrPattern Edges,
    RoundedValues Weights,
    RoundedValues Biases,
    BiasMode BiasMode,
    Activation Activation,
    double Ceiling,
    Oscillation Semirings)
{
    /// <summary>Number of input neurons.</summary>
    public int Inputs => Edges.ColumnCount;

    /// <summary>Number of output neurons.</summary>
    public int Outputs => Edges.RowCount;

    /// <summary>Whether outputs are limited from above.</summary>
    public bool HasCeiling => !double.IsPositiveInfinity(Ceiling);

    /// <summary>Whether every bias is zero.</summary>
    public bool HasBias => !(Biases.IsConstant && Biases.Constant == 0);

    /// <summary>Whether a sum that is Zero of the correlate semiring stays absent through the select step, where that makes a difference.</summary>
    public bool KeepsAbsent => BiasMode == BiasMode.NonzeroSums && HasBias;
}
