using SparseDnn.Algebra;
using SparseDnn.Networks;
using SparseDnn.Topologies;

namespace SparseDnn.Planning;

/// <summary>Everything that a table-driven layer needs at run time beside its semirings, which are types there: index lists, the sums over them, which sum each neuron takes, epilogue.</summary>
/// <param name="Elements">Element format.</param>
/// <param name="Lists">Distinct index lists, one row each, over the layer's inputs.</param>
/// <param name="ListOfSum">For each distinct sum its row of <paramref name="Lists"/>.</param>
/// <param name="SumOfNeuron">For each output neuron its sum.</param>
/// <param name="Weights">One value an edge of the sums, sum by sum in the order of its list.</param>
/// <param name="Biases">One value a neuron; zero bits where there is no bias.</param>
/// <param name="HasBias">Whether some bias is not One of the select semiring.</param>
/// <param name="BiasMode">What an absent sum becomes.</param>
/// <param name="HasSelect">Whether One of the select semiring is added after the bias.</param>
/// <param name="Ceiling">Largest output; +∞ for none.</param>
public sealed record LayerData(
    ElementFormat Elements, CsrPattern Lists, int[] ListOfSum, int[] SumOfNeuron, RoundedValues Weights,
    RoundedValues Biases, bool HasBias, BiasMode BiasMode, bool HasSelect, double Ceiling)
{
    /// <summary>On which inputs comparing selects may stand for min and max in the sums.</summary>
    public OrderedInputs Ordered { get; init; }

    /// <summary>Whether inputs that meet <see cref="Ordered"/> give outputs that meet it again.</summary>
    public bool KeepsOrdered { get; init; }

    /// <summary>Whether outputs are limited from above.</summary>
    public bool HasCeiling => !double.IsPositiveInfinity(Ceiling);

    /// <summary>The ceiling as bits of the format; only where there is one.</summary>
    public long CeilingBits => ElementFormats.Of(Elements).Real is null ? (long)Ceiling : System.BitConverter.DoubleToInt64Bits(Ceiling);

    /// <summary>Number of output neurons.</summary>
    public int Outputs => SumOfNeuron.Length;

    /// <summary>Number of distinct sums.</summary>
    public int Sums => ListOfSum.Length;

    /// <summary>Number of input neurons.</summary>
    public int Inputs => Lists.ColumnCount;

    /// <summary>The data of a planned layer.</summary>
    /// <param name="plan">The plan.</param>
    public static LayerData From(LayerPlan plan)
    {
        var layer = plan.Layer;
        return new(
            layer.Elements, plan.Lists, plan.ListOfSum.AsSpan().ToArray(), plan.SumOfNeuron.AsSpan().ToArray(), WeightsOfSums(plan),
            layer.HasBias ? layer.Biases : RoundedValues.FromBits(0, layer.Outputs), layer.HasBias, layer.BiasMode, layer.HasSelect, layer.Ceiling)
        {
            Ordered = plan.Ordered,
            KeepsOrdered = plan.KeepsOrdered,
        };
    }

    private static RoundedValues WeightsOfSums(LayerPlan plan)
    {
        var starts = new int[plan.ListOfSum.Count + 1];
        for (var sum = 0; sum < plan.ListOfSum.Count; sum++) starts[sum + 1] = starts[sum] + plan.Lists.Row(plan.ListOfSum[sum]).Length;
        var weights = plan.Layer.Weights;
        if (weights.IsConstant) return RoundedValues.FromBits(weights.Count == 0 ? 0 : weights.ConstantBits, starts[plan.ListOfSum.Count]);
        var values = new long[starts[plan.ListOfSum.Count]];
        for (var neuron = 0; neuron < plan.SumOfNeuron.Count; neuron++)
        {
            var first = plan.Layer.Edges.RowStarts[neuron];
            var sum = plan.SumOfNeuron[neuron];
            for (var i = starts[sum]; i < starts[sum + 1]; i++) values[i] = weights.Bits(first + i - starts[sum]);
        }

        return RoundedValues.FromBits(values);
    }
}
