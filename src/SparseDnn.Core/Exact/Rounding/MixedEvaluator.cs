using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Rounding;

/// <summary>Exact results of a plus-times network whose numbers may have any formats, in plain loops.</summary>
/// <remarks>The expected outputs of a fixture are the exact results of every layer, rounded to nearest even once, at the end.</remarks>
internal static class MixedEvaluator
{
    /// <summary>Every layer's exact values for one item.</summary>
    /// <param name="network">A plus-times network.</param>
    /// <param name="input">The item, finite.</param>
    /// <param name="roundBetweenLayers">The format that carried values are rounded to after every layer; null to carry exact
    /// values.</param>
    /// <param name="cancellationToken">Checked every few sums.</param>
    /// <exception cref="ArgumentException">The input does not fit, or a carried value overflows.</exception>
    public static IEnumerable<LayerTrace> Trace(
        DyadicNetwork network,
        IReadOnlyList<Dyadic> input,
        StorageFormat? roundBetweenLayers = null,
        CancellationToken cancellationToken = default
    )
    {
        var classes = NetworkClasses.Of(network, cancellationToken);
        if (input.Count != network.Inputs)
            throw new ArgumentException($"The input has {input.Count} values but the network takes {network.Inputs}.", nameof(input));
        if (input.Any(value => !value.IsFinite))
            throw new ArgumentException("The input holds an infinity; exact arithmetic takes finite numbers.", nameof(input));
        return Follow(classes, input.ToArray(), roundBetweenLayers, cancellationToken);
    }

    /// <summary>The exact outputs for one item.</summary>
    /// <param name="network">A plus-times network.</param>
    /// <param name="input">The item, finite.</param>
    /// <param name="cancellationToken">Checked every few sums.</param>
    public static EquatableArray<Dyadic> Evaluate(
        DyadicNetwork network,
        IReadOnlyList<Dyadic> input,
        CancellationToken cancellationToken = default
    ) => Trace(network, input, null, cancellationToken).Last().Outputs;

    /// <summary>What one evaluation costs, after neurons that form the same sums are found.</summary>
    /// <param name="network">A plus-times network.</param>
    /// <param name="cancellationToken">Checked every few rows.</param>
    public static EvaluationWork WorkOf(DyadicNetwork network, CancellationToken cancellationToken = default)
    {
        var layers = NetworkClasses.Of(network, cancellationToken).Layers;
        return new(layers.Sum(layer => (long)layer.Count), layers.Sum(layer => (long)layer.Edges.Length));
    }

    /// <summary>Outputs rounded to a format.</summary>
    /// <param name="outputs">Exact outputs.</param>
    /// <param name="format">The format of activations.</param>
    public static EquatableArray<Dyadic> Round(EquatableArray<Dyadic> outputs, StorageFormat format) => new(outputs.Select(format.Round));

    private static IEnumerable<LayerTrace> Follow(
        NetworkClasses classes,
        Dyadic[] inputs,
        StorageFormat? rounding,
        CancellationToken cancellationToken
    )
    {
        for (var index = 0; index < classes.Layers.Length; index++)
        {
            var trace = Apply(classes.Layers[index], inputs, rounding, cancellationToken);
            yield return trace;
            inputs = trace.Values.Carried;
            if (Array.Exists(inputs, value => !value.IsFinite))
                throw new ArgumentException(
                    $"An output of layer {index + 1} overflows {rounding}; scale the network or use a wider format."
                );
        }
    }

    private static LayerTrace Apply(LayerClasses classes, Dyadic[] inputs, StorageFormat? rounding, CancellationToken cancellationToken)
    {
        var arithmetic = new ClassSums(classes, inputs, cancellationToken);
        var sums = arithmetic.Sums();
        var biased = new Dyadic[sums.Length];
        for (var i = 0; i < sums.Length; i++)
            biased[i] = classes.Layer.AddsBias(sums[i]) ? sums[i] + classes.Biases[i] : sums[i];
        var outputs = Array.ConvertAll(biased, classes.Layer.Select);
        return new LayerTrace(
            classes,
            new LayerValues(inputs, sums, biased, outputs, rounding is null ? outputs : Array.ConvertAll(outputs, rounding.Round)),
            arithmetic.Terms,
            cancellationToken
        );
    }
}

/// <summary>What one exact evaluation of a network costs.</summary>
/// <param name="Sums">Sums that differ; equal ones are formed once.</param>
/// <param name="Edges">Terms of those sums; edges from equal inputs are one term.</param>
internal sealed record EvaluationWork(long Sums, long Edges);
