using System;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Topologies;

namespace SparseDnn.Networks;

/// <summary>One layer with its numbers as 64 bits of the network's element format each: what kernels can be made of.</summary>
/// <remarks>Equality contract: all members by value.</remarks>
public sealed record Layer : LayerForm
{
    private readonly ElementFormat? _weightFormat;

    internal Layer(
        ElementFormat elements,
        CsrPattern edges,
        RoundedValues weights,
        RoundedValues biases,
        BiasMode biasMode,
        Activation activation,
        double ceiling,
        Oscillation semirings
    )
        : base(edges, biasMode, activation, semirings) => (Elements, Weights, Biases, Ceiling) = (elements, weights, biases, ceiling);

    /// <summary>Element format, the network's.</summary>
    public ElementFormat Elements { get; internal init; }

    /// <summary>One value an edge, in the order of <see cref="LayerForm.Edges"/>; never Zero₁ unless rounding made it so.</summary>
    public RoundedValues Weights { get; internal init; }

    /// <summary>One value an output neuron, One₂ for none; no values where there is no epilogue.</summary>
    public RoundedValues Biases { get; internal init; }

    /// <summary>Largest output; +∞ where there is none.</summary>
    public double Ceiling { get; internal init; }

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
