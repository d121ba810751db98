using System;
using System.Collections.Generic;
using System.Threading;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;
using SparseDnn.Networks;

namespace SparseDnn.Exact;

/// <summary>
/// Evaluates a network over any semirings on their ideal carriers: exact where kernels round, the same where no operation rounds.
/// </summary>
public static class CarrierOracle
{
    /// <summary>The ideal outputs for one item.</summary>
    /// <param name="network">A sound network.</param>
    /// <param name="input">Its inputs, of the carrier's kind.</param>
    /// <param name="cancellationToken">Checked for every layer.</param>
    /// <returns>Undefined where an operation has no value, Undecided where exact arithmetic cannot tell it.</returns>
    /// <exception cref="ArgumentException">The input has the wrong length.</exception>
    /// <exception cref="NotSupportedException">The operations of a semiring are not known.</exception>
    public static CarrierValue[] Evaluate(Network network, IReadOnlyList<CarrierValue> input, CancellationToken cancellationToken = default)
    {
        if (input.Count != network.Inputs)
            throw new ArgumentException($"The input has {input.Count} values but the network takes {network.Inputs}.", nameof(input));
        var activations = new CarrierValue[input.Count];
        for (var i = 0; i < activations.Length; i++)
            activations[i] = input[i];
        foreach (var layer in network.Layers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            activations = Evaluate(layer, activations);
        }

        return activations;
    }

    private static CarrierValue[] Evaluate(Layer layer, CarrierValue[] inputs)
    {
        var format = NumberTypes.Of(layer.Elements);
        var (add, multiply) = Operations(layer.Correlate, format);
        var outputs = new CarrierValue[layer.Outputs];
        for (int neuron = 0, edge = 0; neuron < outputs.Length; neuron++)
        {
            var sum = layer.Correlate.Zero;
            foreach (var input in layer.Edges.Row(neuron))
                sum = add(sum, multiply(format.FromBits(layer.Weights.Bits(edge++)), inputs[input]));
            outputs[neuron] = sum;
        }

        if (layer.Select is not { } select)
            return outputs;
        var (add2, multiply2) = Operations(select, format);
        for (var neuron = 0; neuron < outputs.Length; neuron++)
        {
            ref var z = ref outputs[neuron];
            var isAbsent = layer.BiasMode == BiasMode.NonzeroSums && z.Equals(layer.Correlate.Zero);
            if (isAbsent)
                z = layer.HasActivation ? select.One : z;
            else if (layer.HasBias)
                z = multiply2(z, format.FromBits(layer.Biases.Bits(neuron)));
            if (!isAbsent && layer.HasActivation)
                z = add2(z, select.One);
            if (layer.HasCeiling && z.IsKnown && Ceiling(layer, format) is var ceiling && z.Compare(ceiling) > 0)
                z = ceiling;
        }

        return outputs;
    }

    private static CarrierValue Ceiling(Layer layer, NumberType format) =>
        format.FromBits(format.Real is null ? (long)layer.Ceiling : BitConverter.DoubleToInt64Bits(layer.Ceiling));

    private static (Func<CarrierValue, CarrierValue, CarrierValue> Add, Func<CarrierValue, CarrierValue, CarrierValue> Multiply) Operations(
        SemiringElement element,
        NumberType format
    )
    {
        var candidate = element.Candidate ?? throw new NotSupportedException($"The operations are not known: {element.Reason}");
        BinaryOperation add = OperatorCompiler.Compile(candidate.Add, format.Carrier),
            multiply = OperatorCompiler.Compile(candidate.Multiply, format.Carrier);
        return ((x, y) => add(x, y), (x, y) => multiply(x, y));
    }
}
