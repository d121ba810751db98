using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Exact.Rounding;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Certificates;

/// <summary>Whether every correct implementation of a network must give the same bits, and if not, where that ends.</summary>
/// <param name="Formats">The formats it is for.</param>
/// <param name="Layers">One certificate a layer.</param>
/// <param name="InputObstacle">Why the inputs are not values of the activation format; null where they are.</param>
/// <remarks>
/// A correct implementation forms the products w·x and adds them and the bias in the accumulator format in any order and
/// association, fused or not, then activation and ceiling, then rounds to nearest even to the activation format. Zeros
/// of either sign count as equal. Equality contract: all members by value.
/// </remarks>
internal sealed record ExactnessCertificate(FormatTriple Formats, EquatableArray<LayerCertificate> Layers, string? InputObstacle)
{
    /// <summary>Whether equal bits may be demanded.</summary>
    public bool IsCertified => InputObstacle is null && Layers.All(layer => layer.IsCertified);

    /// <summary>The first reason why equal bits may not be demanded; null where they may.</summary>
    public string? Obstacle
    {
        get
        {
            if (InputObstacle is not null)
                return InputObstacle;
            for (var i = 0; i < Layers.Count; i++)
            {
                if (Layers[i].HeadroomBits < 0)
                    return FormattableString.Invariant(
                            $"layer {i + 1} lacks {Math.Round(-Layers[i].HeadroomBits, 1)} bits in {Formats.Accumulator}: "
                        )
                        + FormattableString.Invariant(
                            $"its terms are multiples of 2^{Layers[i].Granularity} and their magnitudes add up to {Layers[i].LargestSum}"
                        );
                if (Layers[i].RoundingObstacle is { } obstacle)
                    return $"layer {i + 1}: {obstacle}";
            }

            return null;
        }
    }

    /// <summary>The certificate for a set of items.</summary>
    /// <param name="network">A rounded network.</param>
    /// <param name="items">Exact inputs, at least one item.</param>
    /// <param name="roundBetweenLayers">Whether rounding to the activation format after every layer is part of the declared result.</param>
    /// <param name="cancellationToken">Checked every few sums.</param>
    public static ExactnessCertificate ForItems(
        RoundedNetwork network,
        IEnumerable<IReadOnlyList<Dyadic>> items,
        bool roundBetweenLayers = false,
        CancellationToken cancellationToken = default
    ) => CertificateOfItems.Find(network, items, roundBetweenLayers, cancellationToken);

    /// <summary>The certificate for every item of a declared range.</summary>
    /// <param name="network">A rounded network.</param>
    /// <param name="inputs">The range of each input.</param>
    /// <param name="roundBetweenLayers">Whether rounding to the activation format after every layer is part of the declared result.</param>
    /// <param name="cancellationToken">Checked for every sum.</param>
    public static ExactnessCertificate ForRange(
        RoundedNetwork network,
        IReadOnlyList<InputRange> inputs,
        bool roundBetweenLayers = false,
        CancellationToken cancellationToken = default
    ) => CertificateOfRange.Find(network, inputs, roundBetweenLayers, cancellationToken);

    /// <summary>The certificate for every item of one range for all inputs.</summary>
    /// <param name="network">A rounded network.</param>
    /// <param name="inputs">The range of every input.</param>
    /// <param name="roundBetweenLayers">Whether rounding to the activation format after every layer is part of the declared result.</param>
    /// <param name="cancellationToken">Checked for every sum.</param>
    public static ExactnessCertificate ForRange(
        RoundedNetwork network,
        InputRange inputs,
        bool roundBetweenLayers = false,
        CancellationToken cancellationToken = default
    ) => ForRange(network, Enumerable.Repeat(inputs, network.Network.Inputs).ToArray(), roundBetweenLayers, cancellationToken);
}
