using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Compiler.Saturation;

/// <summary>A sum that leaves the range of a fixed-point accumulator, and spoils an output, for an item that is shown.</summary>
/// <param name="Layer">0-based layer.</param>
/// <param name="Neuron">0-based neuron.</param>
/// <param name="Item">The item in words.</param>
/// <param name="Inputs">The item: values of the activation format.</param>
/// <param name="Sum">The exact sum of products and bias of the rounded numbers.</param>
/// <param name="UpTo">The input, counting from 0, up to which terms are added where only a partial sum leaves the range; null where the
/// whole sum does, which saturates in every order.</param>
/// <param name="Extreme">What leaves the range: the sum, or the partial sum furthest beyond it.</param>
/// <param name="Held">What the accumulator holds at the end where terms are added by ascending input, each product added and rounded once,
/// the bias last.</param>
/// <remarks>Values are carried from layer to layer in the activation format. Equality contract: all members by value.</remarks>
internal sealed record SaturatedSum(
    int Layer,
    int Neuron,
    string Item,
    EquatableArray<Dyadic> Inputs,
    Dyadic Sum,
    int? UpTo,
    Dyadic Extreme,
    Dyadic Held
)
{
    /// <summary>How far beyond the range.</summary>
    /// <param name="format">The accumulator format.</param>
    public Dyadic Excess(StorageFormat format) => Extreme > format.MaxFinite ? Extreme - format.MaxFinite : format.MinFinite - Extreme;
}
