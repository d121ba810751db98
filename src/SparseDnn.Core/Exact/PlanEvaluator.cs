using System;
using SparseDnn.Networks;
using SparseDnn.Numerics;
using SparseDnn.Planning.Model;

namespace SparseDnn.Exact;

/// <summary>
/// Replays the sums of a plan over plus-times of real numbers, every operation exact and then rounded: what every kernel must return to the
/// last bit.
/// </summary>
/// <remarks>
/// Inputs are multiplied by the plan's factor; shared sums add their rows from the first one on; sums begin at zero and take their terms in
/// the order of their list, fused or, under
/// <see cref="Summation.Strict"/>, rounded apart; then the scale, then bias, activation, ceiling. −0 shows as +0. Plain loops; shares
/// nothing with the kernels.
/// </remarks>
internal static class PlanEvaluator
{
    /// <summary>The outputs for one item.</summary>
    /// <param name="plan">A plan of a network whose layers all correlate over plus-times of real numbers.</param>
    /// <param name="input">Its inputs as bits.</param>
    /// <param name="select">The epilogue of layers that are no ReLU layers: from sums to outputs, one a row.</param>
    public static long[] Evaluate(NetworkPlan plan, ReadOnlySpan<long> input, Func<LayerPlan, long[], long[]> select)
    {
        var rows = input.ToArray();
        if (plan.InputScale != 1)
            for (var i = 0; i < rows.Length; i++)
                rows[i] = Bits(plan.Network.Format.Round(Exact(rows[i]) * Dyadic.FromDouble(plan.InputScale)));
        foreach (var layer in plan.Layers)
        {
            var sums = Sums(layer.Data, plan.Network, rows);
            var outputs = new long[layer.Data.Outputs];
            for (var row = 0; row < outputs.Length; row++)
                outputs[row] = sums[layer.Data.SumOfOutput[row]];
            rows = layer.Layer.Semirings.IsReLU ? Rectify(layer.Data, plan.Network.Format, outputs) : select(layer, outputs);
        }

        if (plan.RowOfOutput.Count == 0)
            return rows;
        var all = new long[plan.RowOfOutput.Count];
        for (var neuron = 0; neuron < all.Length; neuron++)
            all[neuron] = rows[plan.RowOfOutput[neuron]];
        return all;
    }

    private static long[] Sums(LayerData data, Network network, long[] inputs)
    {
        var format = network.Format;
        var rows = new Dyadic[data.Rows];
        for (var i = 0; i < inputs.Length; i++)
            rows[i] = Exact(inputs[i]);
        for (var partial = 0; partial < data.Partials.Count; partial++)
        {
            var terms = data.Partials[partial];
            var sum = rows[terms[0]];
            for (var i = 1; i < terms.Length; i++)
                sum = format.Round(sum + rows[terms[i]]);
            rows[data.Inputs + partial] = sum;
        }

        var sums = new long[data.Sums];
        for (int index = 0, term = 0; index < sums.Length; index++)
        {
            var sum = Dyadic.Zero;
            foreach (var row in data.Lists[data.ListOfSum[index]])
            {
                var weight = data.Weights[term++];
                var product = weight == 1 ? rows[row] : Dyadic.FromDouble(weight) * rows[row];
                sum = format.Round(sum + (network.Summation == Summation.Strict ? format.Round(product) : product));
            }

            sums[index] = Bits(data.HasScales ? format.Round(sum * Dyadic.FromDouble(data.Scales[index])) : sum);
        }

        return sums;
    }

    private static long[] Rectify(LayerData data, NumberFormat format, long[] sums)
    {
        var outputs = new long[sums.Length];
        for (var row = 0; row < outputs.Length; row++)
        {
            var sum = Exact(sums[row]);
            if (data.HasBias && (data.BiasMode == BiasMode.Dense || !sum.IsZero))
                sum = format.Round(sum + Dyadic.FromDouble(data.Biases[row]));
            if (data.HasActivation)
                sum = Dyadic.Max(sum, Dyadic.Zero);
            if (data.HasCeiling)
                sum = Dyadic.Min(sum, Dyadic.FromDouble(data.Ceiling));
            outputs[row] = Bits(sum);
        }

        return outputs;
    }

    private static Dyadic Exact(long bits) => Dyadic.FromDouble(BitConverter.Int64BitsToDouble(bits));

    private static long Bits(Dyadic value) => BitConverter.DoubleToInt64Bits(value.ToDouble());
}
