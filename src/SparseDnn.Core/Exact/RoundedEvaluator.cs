using System;
using SparseDnn.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Exact;

/// <summary>Replays a network's sums as the plan fixes them, every operation in exact arithmetic and rounded to the format: what every kernel must return to the last bit.</summary>
/// <remarks>Ascending input index from +0; fused: one rounding a term; strict: product and sum rounded apart; then bias, activation, ceiling. Works for every format, and slowly.</remarks>
public static class RoundedEvaluator
{
    /// <summary>The outputs for one item.</summary>
    /// <param name="network">A sound network.</param>
    /// <param name="input">Its inputs, each a value of the network's format.</param>
    /// <returns>Values of the format; −0 shows as +0; ±∞ where a sum overflows.</returns>
    /// <exception cref="ArithmeticException">Infinite sums of both signs meet.</exception>
    public static double[] Evaluate(Network network, ReadOnlySpan<double> input)
    {
        var activations = new Dyadic[input.Length];
        for (var i = 0; i < activations.Length; i++) activations[i] = Dyadic.FromDouble(input[i]);
        foreach (var layer in network.Layers) activations = Evaluate(layer, network.Format, network.Summation, activations);
        var outputs = new double[activations.Length];
        for (var i = 0; i < outputs.Length; i++) outputs[i] = activations[i].ToDouble();
        return outputs;
    }

    private static Dyadic[] Evaluate(Layer layer, NumberFormat format, Summation summation, Dyadic[] inputs)
    {
        var outputs = new Dyadic[layer.Outputs];
        for (int neuron = 0, edge = 0; neuron < outputs.Length; neuron++)
        {
            var sum = Dyadic.Zero;
            foreach (var input in layer.Edges.Row(neuron))
            {
                var product = Dyadic.FromDouble(layer.Weights[edge++]) * inputs[input];
                sum = format.Round(sum + (summation == Summation.Strict ? format.Round(product) : product));
            }

            if (layer.HasBias && (layer.BiasMode == BiasMode.Dense || !sum.IsZero)) sum = format.Round(sum + Dyadic.FromDouble(layer.Biases[neuron]));
            if (layer.Activation == Activation.ReLU) sum = Dyadic.Max(sum, Dyadic.Zero);
            if (layer.HasCeiling) sum = Dyadic.Min(sum, Dyadic.FromDouble(layer.Ceiling));
            outputs[neuron] = sum;
        }

        return outputs;
    }
}
