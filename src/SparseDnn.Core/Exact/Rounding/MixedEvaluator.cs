using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact;

/// <summary>Exact results of a plus-times network whose numbers may have any formats, in plain loops.</summary>
/// <remarks>The expected outputs of a fixture are the exact results of every layer, rounded to nearest even once, at the end.</remarks>
public static class MixedEvaluator
{
    /// <summary>Every layer's exact values for one item.</summary>
    /// <param name="network">A plus-times network.</param>
    /// <param name="input">The item, finite.</param>
    /// <param name="roundBetweenLayers">The format that carried values are rounded to after every layer; null to carry exact values.</param>
    /// <param name="cancellationToken">Checked for every layer.</param>
    /// <exception cref="ArgumentException">The input does not fit, or a carried value overflows.</exception>
    public static IEnumerable<LayerTrace> Trace(DyadicNetwork network, IReadOnlyList<Dyadic> input, StorageFormat? roundBetweenLayers = null, CancellationToken cancellationToken = default)
    {
        network.DemandPlusTimes();
        if (input.Count != network.Inputs) throw new ArgumentException($"The input has {input.Count} values but the network takes {network.Inputs}.", nameof(input));
        if (input.Any(value => !value.IsFinite)) throw new ArgumentException("The input holds an infinity; exact arithmetic takes finite numbers.", nameof(input));
        return Follow(network, new EquatableArray<Dyadic>(input.ToArray()), roundBetweenLayers, cancellationToken);
    }

    /// <summary>The exact outputs for one item.</summary>
    /// <param name="network">A plus-times network.</param>
    /// <param name="input">The item, finite.</param>
    public static EquatableArray<Dyadic> Evaluate(DyadicNetwork network, IReadOnlyList<Dyadic> input) => Trace(network, input).Last().Outputs;

    /// <summary>Outputs rounded to a format.</summary>
    /// <param name="outputs">Exact outputs.</param>
    /// <param name="format">The format of activations.</param>
    public static EquatableArray<Dyadic> Round(EquatableArray<Dyadic> outputs, StorageFormat format) => new(outputs.Select(format.Round));

    private static IEnumerable<LayerTrace> Follow(DyadicNetwork network, EquatableArray<Dyadic> inputs, StorageFormat? rounding, CancellationToken cancellationToken)
    {
        for (var index = 0; index < network.Layers.Count; index++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var trace = Apply(network.Layers[index], inputs, rounding);
            yield return trace;
            inputs = trace.Carried;
            if (inputs.Any(value => !value.IsFinite)) throw new ArgumentException($"An output of layer {index + 1} overflows {rounding}; scale the network or use a wider format.");
        }
    }

    private static LayerTrace Apply(DyadicLayer layer, EquatableArray<Dyadic> inputs, StorageFormat? rounding)
    {
        var sums = new Dyadic[layer.Outputs];
        var biased = new Dyadic[layer.Outputs];
        var outputs = new Dyadic[layer.Outputs];
        for (int neuron = 0, edge = 0; neuron < outputs.Length; neuron++)
        {
            var sum = Dyadic.Zero;
            foreach (var input in layer.Edges.Row(neuron))
            {
                var weight = edge++;
                if (!inputs[input].IsZero) sum += layer.Weights.IsConstant ? inputs[input] : inputs[input] * layer.Weights[weight];
            }

            if (layer.Weights.IsConstant && layer.Weights.Count > 0) sum *= layer.Weights[0];
            sums[neuron] = sum;
            biased[neuron] = layer.AddsBias(sum) ? sum + layer.Biases[neuron] : sum;
            outputs[neuron] = layer.Select(biased[neuron]);
        }

        var exact = new EquatableArray<Dyadic>(outputs);
        return new LayerTrace(layer, inputs, new(sums), new(biased), exact, rounding is null ? exact : Round(exact, rounding));
    }
}
