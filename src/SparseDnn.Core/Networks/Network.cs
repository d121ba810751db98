using System;
using System.Linq;
using SparseDnn.Algebra.Elements;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Networks;

/// <summary>A sparse network with all its numbers rounded once to its format: what analysis and planning work on.</summary>
/// <param name="Name">Name for people; no meaning.</param>
/// <param name="Elements">Element format of activations and sums, every layer's; layers may store their weights in a narrower one.</param>
/// <param name="Summation">How terms are added over plus-times.</param>
/// <param name="Layers">At least one; each layer's inputs are the previous one's outputs.</param>
/// <remarks>Equality contract: all members by value, so networks may be keys of pipeline stages.</remarks>
public sealed record Network(string Name, ElementFormat Elements, Summation Summation, EquatableArray<Layer> Layers)
    : NetworkForm<Layer>(Name, Layers)
{
    private readonly NumberFormat? _narrower;

    /// <summary>
    /// The number format that sums are rounded to: that of <see cref="Elements"/>, or a narrower one where a program judges how a network
    /// would fare in it.
    /// </summary>
    /// <exception cref="InvalidOperationException">The elements are no real numbers.</exception>
    public NumberFormat Format
    {
        get =>
            _narrower
            ?? NumberTypes.Of(Elements).Real
            ?? throw new InvalidOperationException($"{NumberTypes.Of(Elements).Name} holds no real numbers.");
        init => _narrower = value.Equals(NumberTypes.Of(Elements).Real) ? null : value;
    }

    /// <summary>What the planner may do beside computing the network as declared.</summary>
    public Rewrites Rewrites { get; init; } = Rewrites.All;

    /// <summary>What may compute its layers beside the table loop.</summary>
    public KernelStrategies Kernels { get; init; } = KernelStrategies.All;

    /// <summary>The range of each input; null where none is declared.</summary>
    internal InputRanges? InputRanges { get; init; }

    /// <summary>
    /// A range that all inputs lie in, the least there is; null where none is declared. To set it is to declare it for every input.
    /// </summary>
    public Interval? InputRange
    {
        get => InputRanges?.Hull;
        init => InputRanges = value is { } range ? InputRanges.All(range) : null;
    }

    /// <summary>
    /// Whether terms of sums may be added in another order and form than the declared one: over plus-times of real numbers, unless strict
    /// sums are asked for.
    /// </summary>
    /// <remarks>
    /// Not before other epilogues than ReLU's: for those there is no bound that any order keeps, so their test vectors demand the
    /// declared one.
    /// </remarks>
    public bool MayReorder =>
        Summation == Summation.Planned && NumberTypes.Of(Elements).Real is not null && Layers.All(layer => layer.Semirings.IsOrdinary);

    /// <summary>The format that holds the weights of every layer: the one in which all are stored, or else the element format.</summary>
    public ElementFormat WeightFormat =>
        Layers.All(layer => layer.WeightFormat == Layers[0].WeightFormat) ? Layers[0].WeightFormat : Elements;
}
