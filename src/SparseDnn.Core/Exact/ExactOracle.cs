using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using System.Threading;
using SparseDnn.Algebra.Elements;
using SparseDnn.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Exact;

/// <summary>
/// Evaluates a network over plus-times, rectified or linear, in exact arithmetic, in plain loops that share nothing with the kernels they
/// judge.
/// </summary>
/// <remarks>
/// For any network: weights and biases are dyadic rationals because they are rounded to the network's format; so are the inputs.
/// </remarks>
public static class ExactOracle
{
    /// <summary>The exact outputs for one item.</summary>
    /// <param name="network">A sound network.</param>
    /// <param name="input">Its inputs, finite.</param>
    /// <param name="cancellationToken">Checked for every layer.</param>
    /// <exception cref="ArgumentException">The input has the wrong length or is not finite.</exception>
    /// <exception cref="NotSupportedException">The network is over other semirings, see <see cref="CarrierOracle"/>.</exception>
    public static ExactVector Evaluate(Network network, ReadOnlySpan<double> input, CancellationToken cancellationToken = default) =>
        Trace(network, input, cancellationToken).Last().Outputs;

    /// <summary>Every layer's exact sums and outputs for one item, one layer at a time.</summary>
    /// <param name="network">A sound network.</param>
    /// <param name="input">Its inputs, finite.</param>
    /// <param name="cancellationToken">Checked for every layer.</param>
    /// <exception cref="ArgumentException">The input has the wrong length or is not finite.</exception>
    /// <exception cref="NotSupportedException">The network is over other semirings, see <see cref="CarrierOracle"/>.</exception>
    public static IEnumerable<ExactLayer> Trace(Network network, ReadOnlySpan<double> input, CancellationToken cancellationToken = default)
    {
        if (input.Length != network.Inputs)
            throw new ArgumentException($"The input has {input.Length} values but the network takes {network.Inputs}.", nameof(input));
        foreach (var layer in network.Layers)
            if (
                NumberTypes.Of(layer.Elements).Real is null
                || !(layer.Semirings.IsReLU || (layer.Semirings.IsPlusTimes && layer.Semirings.Select is null))
            )
                throw new NotSupportedException($"{layer.Semirings} in {NumberTypes.Of(layer.Elements).Name} is judged by CarrierOracle.");
        return Trace(network, ExactVector.From(input), cancellationToken);
    }

    private static IEnumerable<ExactLayer> Trace(Network network, ExactVector activations, CancellationToken cancellationToken)
    {
        foreach (var layer in network.Layers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var sums = Sums(layer, activations);
            var outputs = Select(layer, sums);
            yield return new ExactLayer(layer, activations, sums, outputs);
            activations = outputs;
        }
    }

    /// <summary>Y ⊕.⊗ W over plus-times.</summary>
    private static ExactVector Sums(Layer layer, ExactVector inputs)
    {
        var weights = Weights(layer);
        var sums = new BigInteger[layer.Outputs];
        for (int neuron = 0, edge = 0; neuron < sums.Length; neuron++)
        {
            var sum = BigInteger.Zero;
            foreach (var input in layer.Edges.Row(neuron))
            {
                var weight = layer.Weights.IsConstant ? 0 : edge;
                edge++;
                var x = inputs.Mantissa(input);
                if (x.IsZero)
                    continue;
                sum += layer.Weights.IsConstant ? x : x * weights.Mantissa(weight);
            }

            sums[neuron] = layer.Weights.IsConstant && weights.Count > 0 ? sum * weights.Mantissa(0) : sum;
        }

        return new ExactVector(sums, inputs.Exponent + weights.Exponent);
    }

    private static ExactVector Weights(Layer layer)
    {
        var values = new double[layer.Weights.IsConstant ? Math.Min(1, layer.Weights.Count) : layer.Weights.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = layer.Weights[i];
        return ExactVector.From(values);
    }

    /// <summary>Bias, activation, ceiling.</summary>
    private static ExactVector Select(Layer layer, ExactVector sums)
    {
        var biases = new double[layer.Outputs];
        for (var i = 0; i < biases.Length; i++)
            biases[i] = layer.Biases[i];
        var exactBiases = ExactVector.From(biases);
        var ceiling = layer.HasCeiling ? Dyadic.FromDouble(layer.Ceiling) : Dyadic.Zero;
        var exponent = Math.Min(Math.Min(sums.Exponent, exactBiases.Exponent), layer.HasCeiling ? ceiling.Exponent : int.MaxValue);
        var largest = layer.HasCeiling ? ceiling.Mantissa << (ceiling.Exponent - exponent) : BigInteger.Zero;
        var outputs = new BigInteger[layer.Outputs];
        for (var i = 0; i < outputs.Length; i++)
        {
            var z = sums.Mantissa(i) << (sums.Exponent - exponent);
            if (layer.BiasMode == BiasMode.Dense || !z.IsZero)
                z += exactBiases.Mantissa(i) << (exactBiases.Exponent - exponent);
            if (layer.Activation == Activation.ReLU && z.Sign < 0)
                z = BigInteger.Zero;
            if (layer.HasCeiling && z > largest)
                z = largest;
            outputs[i] = z;
        }

        return new ExactVector(outputs, exponent).Shorten();
    }
}
