using System;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Topologies;

namespace SparseDnn.Networks;

/// <summary>One layer with its numbers as 64 bits of the network's element format each: what kernels can be made of.</summary>
/// <param name="Elements">Element format, the network's.</param>
/// <param name="Edges">One row per output neuron, one column per input neuron.</param>
/// <param name="Weights">One value an edge, in the order of <paramref name="Edges"/>; never Zero₁ unless rounding made it so.</param>
/// <param name="Biases">One value an output neuron, One₂ for none; no values where there is no epilogue.</param>
/// <param name="BiasMode">What an absent sum becomes.</param>
/// <param name="Activation">Whether One₂ is added after the bias.</param>
/// <param name="Ceiling">Largest output; +∞ where there is none.</param>
/// <param name="Semirings">The pair that the layer oscillates between, or the one that it is linear over.</param>
/// <remarks>Equality contract: all members by value.</remarks>
public sealed record Layer(
    ElementFormat Elements,
    CsrPattern Edges,
    RoundedValues Weights,
    RoundedValues Biases,
    BiasMode BiasMode,
    Activation Activation,
    double Ceiling,
    Oscillation Semirings
) : LayerForm(Edges, BiasMode, Activation, Semirings)
{
    private readonly ElementFormat? _weightFormat;

    /// <summary>What weights are stored in, which holds them exactly; sums are formed in <see cref="Elements"/> all the same.</summary>
    public ElementFormat WeightFormat
    {
        get => _weightFormat ?? Elements;
        init => _weightFormat = value == Elements ? null : value;
    }

    /// <inheritdoc/>
    public override bool HasCeiling => !double.IsPositiveInfinity(Ceiling);

    /// <summary>The ceiling as bits of the format; only where there is one.</summary>
    public long CeilingBits => NumberTypes.Of(Elements).Real is null ? (long)Ceiling : BitConverter.DoubleToInt64Bits(Ceiling);

    /// <inheritdoc/>
    public override bool HasBias => Semirings.Select is not null && Biases.Count > 0 && !(Biases.IsConstant && IsOne(Biases.ConstantBits));

    /// <summary>Whether a sum that is Zero₁ stays absent through the epilogue, where that makes a difference.</summary>
    public bool KeepsAbsent => BiasMode == BiasMode.NonzeroSums && (HasBias || (HasActivation && Correlate.ZeroBits != Select!.OneBits));

    /// <summary>S1 in the layer's format.</summary>
    /// <exception cref="InvalidOperationException">It does not exist there; no sound network has such a layer.</exception>
    internal SemiringElement Correlate => Element(Semirings.Correlate);

    /// <summary>S2 in the layer's format; null where there is no epilogue.</summary>
    /// <exception cref="InvalidOperationException">It does not exist there; no sound network has such a layer.</exception>
    internal SemiringElement? Select => Semirings.Select is { } select ? Element(select) : null;

    // By value, not by bits: −0 is One of max-plus too.
    private bool IsOne(long bits) =>
        Select!.OneBits is { } one
        && (
            bits == one
            || (NumberTypes.Of(Elements).Real is not null && BitConverter.Int64BitsToDouble(bits) == BitConverter.Int64BitsToDouble(one))
        );

    private SemiringElement Element(SemiringSpecification semiring) =>
        semiring.GetElement(Elements) is { IsUsable: true } element
            ? element
            : throw new InvalidOperationException($"{semiring.Name} does not exist in {NumberTypes.Of(Elements).Name}.");
}
