using System.Collections.Generic;
using System.Linq;
using SparseDnn.Numerics;
using SparseDnn.Planning.Model;

namespace SparseDnn.Core.Tests.Planning.Rewriting;

/// <summary>What the trees of a plan mean in exact arithmetic: plain loops, nothing rounded.</summary>
internal static class ExactPlan
{
    public static Dyadic[] Evaluate(NetworkPlan plan, IEnumerable<double> input)
    {
        var rows = input.Select(value => Dyadic.FromDouble(value) * Dyadic.FromDouble(plan.InputScale)).ToArray();
        foreach (var layer in plan.Layers)
            rows = Layer(layer.Data, rows);
        return plan.RowOfOutput.Count == 0 ? rows : plan.RowOfOutput.Select(row => rows[row]).ToArray();
    }

    private static Dyadic[] Layer(LayerData data, Dyadic[] inputs)
    {
        var rows = inputs.ToList();
        for (var partial = 0; partial < data.Partials.Count; partial++)
            rows.Add(Sum(data.Partials[partial].ToArray().Select(row => rows[row])));
        var sums = new Dyadic[data.Sums];
        for (int sum = 0, term = 0; sum < sums.Length; sum++)
        {
            sums[sum] = Sum(data.Lists[data.ListOfSum[sum]].ToArray().Select(row => rows[row] * Dyadic.FromDouble(data.Weights[term++])));
            if (data.HasScales)
                sums[sum] *= Dyadic.FromDouble(data.Scales[sum]);
        }

        return Enumerable.Range(0, data.Outputs).Select(row => Epilogue(data, row, sums[data.SumOfOutput[row]])).ToArray();
    }

    private static Dyadic Epilogue(LayerData data, int row, Dyadic value)
    {
        if (data.HasBias && (data.BiasMode == BiasMode.Dense || !value.IsZero))
            value += Dyadic.FromDouble(data.Biases[row]);
        if (data.HasActivation && value.Sign < 0)
            value = Dyadic.Zero;
        return data.HasCeiling && value > Dyadic.FromDouble(data.Ceiling) ? Dyadic.FromDouble(data.Ceiling) : value;
    }

    private static Dyadic Sum(IEnumerable<Dyadic> terms) => terms.Aggregate(Dyadic.Zero, (sum, term) => sum + term);
}
