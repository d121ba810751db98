using System;
using System.Threading;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Networks;
using SparseDnn.Numerics;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;
using SparseDnn.Primitives;

namespace SparseDnn.Exact;

/// <summary>Replays a network's sums as the plan fixes them: what every kernel must return to the last bit.</summary>
/// <remarks>
/// Over plus-times of real numbers every operation is exact and rounded to the format, so −0 shows as +0 there: the summation trees of the
/// plan, or under <see cref="Summation.Strict"/> ascending input index from Zero, product and sum rounded apart. Over every other
/// semiring, ascending input index too, the operators are interpreted in the arithmetic of the element type, see
/// <see cref="ScalarOperation"/>. Then
/// bias, activation, ceiling. Works for every format, and slowly; shares nothing with the kernels. That the plan's trees mean the declared
/// network is what <see cref="ExactOracle"/> tells, which knows no plan.
/// </remarks>
public static class RoundedEvaluator
{
    // Outputs are asked for item by item.
    private static readonly StageCache<string, NetworkPlan> Plans = new(capacity: 1);

    /// <summary>The outputs for one item of a network of real numbers.</summary>
    /// <param name="network">A sound network in binary32 or binary64.</param>
    /// <param name="input">Its inputs, each a value of the network's format.</param>
    /// <returns>Values of the format; ±∞ where a sum overflows.</returns>
    /// <exception cref="ArithmeticException">Over plus-times: infinite sums of both signs meet.</exception>
    public static double[] Evaluate(Network network, ReadOnlySpan<double> input)
    {
        var bits = new long[input.Length];
        for (var i = 0; i < bits.Length; i++)
            bits[i] = BitConverter.DoubleToInt64Bits(input[i]);
        return Array.ConvertAll(EvaluateBits(network, bits), BitConverter.Int64BitsToDouble);
    }

    /// <summary>The outputs for one item in any format.</summary>
    /// <param name="network">A sound network.</param>
    /// <param name="input">Its inputs as bits, see <see cref="NumberType"/>.</param>
    /// <returns>Outputs as bits; a NaN is always <see cref="double.NaN"/>.</returns>
    /// <exception cref="NotSupportedException">The operations of a semiring are not known.</exception>
    public static long[] EvaluateBits(Network network, ReadOnlySpan<long> input)
    {
        if (network.MayReorder)
            return PlanEvaluator.Evaluate(PlanOf(network), input, FinishRows);
        var activations = input.ToArray();
        foreach (var layer in network.Layers)
        {
            var sums =
                layer.Semirings.IsPlusTimes && NumberTypes.Of(network.Elements).Real is not null
                    ? ExactSums(layer, network.Format, network.Summation, activations)
                    : Sums(layer, activations);
            activations = layer.Semirings.IsReLU ? Rectify(layer, network.Format, sums) : Finish(layer, sums);
        }

        return activations;
    }

    private static NetworkPlan PlanOf(Network network) =>
        Plans.Get(network, nameof(Planner), () => Planner.PlanTables(network), CancellationToken.None);

    private static long[] ExactSums(Layer layer, NumberFormat format, Summation summation, long[] inputs)
    {
        var exact = Array.ConvertAll(inputs, Exact);
        var sums = new long[layer.Outputs];
        for (int neuron = 0, edge = 0; neuron < sums.Length; neuron++)
        {
            var sum = Dyadic.Zero;
            foreach (var input in layer.Edges.Row(neuron))
            {
                var product = Dyadic.FromDouble(layer.Weights[edge++]) * exact[input];
                sum = format.Round(sum + (summation == Summation.Strict ? format.Round(product) : product));
            }

            sums[neuron] = Bits(sum);
        }

        return sums;
    }

    private static long[] Rectify(Layer layer, NumberFormat format, long[] sums)
    {
        var outputs = new long[sums.Length];
        for (var neuron = 0; neuron < outputs.Length; neuron++)
        {
            var sum = Exact(sums[neuron]);
            if (layer.HasBias && (layer.BiasMode == BiasMode.Dense || !sum.IsZero))
                sum = format.Round(sum + Dyadic.FromDouble(layer.Biases[neuron]));
            if (layer.HasActivation)
                sum = Dyadic.Max(sum, Dyadic.Zero);
            if (layer.HasCeiling)
                sum = Dyadic.Min(sum, Dyadic.FromDouble(layer.Ceiling));
            outputs[neuron] = Bits(sum);
        }

        return outputs;
    }

    private static long[] FinishRows(LayerPlan plan, long[] sums)
    {
        if (plan.Layer.Select is not { } select)
            return sums;
        var epilogue = new ScalarEpilogue(plan.Layer, Known(select));
        var outputs = new long[sums.Length];
        for (var row = 0; row < outputs.Length; row++)
            outputs[row] = epilogue.Apply(sums[row], plan.Data.HasBias ? plan.Data.Biases.Bits(row) : null);
        return outputs;
    }

    private static long[] Sums(Layer layer, long[] inputs)
    {
        var candidate = Known(layer.Correlate);
        var add = ScalarOperation.Compile(candidate.Add, layer.Elements);
        var multiply = ScalarOperation.Compile(candidate.Multiply, layer.Elements);
        var sums = new long[layer.Outputs];
        for (int neuron = 0, edge = 0; neuron < sums.Length; neuron++)
        {
            sums[neuron] = layer.Correlate.ZeroBits!.Value;
            foreach (var input in layer.Edges.Row(neuron))
                sums[neuron] = add.Apply(sums[neuron], multiply.Apply(layer.Weights.Bits(edge++), inputs[input]));
        }

        return sums;
    }

    private static long[] Finish(Layer layer, long[] sums)
    {
        if (layer.Select is not { } select)
            return sums;
        var epilogue = new ScalarEpilogue(layer, Known(select));
        var outputs = new long[sums.Length];
        for (var neuron = 0; neuron < outputs.Length; neuron++)
            outputs[neuron] = epilogue.Apply(sums[neuron], layer.HasBias ? layer.Biases.Bits(neuron) : null);
        return outputs;
    }

    private static SemiringCandidate Known(SemiringElement element) =>
        element.Candidate ?? throw new NotSupportedException($"The operations are not known: {element.Reason}");

    private static Dyadic Exact(long bits) => Dyadic.FromDouble(BitConverter.Int64BitsToDouble(bits));

    private static long Bits(Dyadic value) => BitConverter.DoubleToInt64Bits(value.ToDouble());
}
