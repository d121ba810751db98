using SparseDnn.Analysis;

namespace SparseDnn.Compiler.Precision;

/// <summary>Tells the states of neurons.</summary>
internal static class NeuronStates
{
    /// <summary>
    /// The state of a neuron for every input of a range, in any implementation. Neurons without edges vary: there is nothing to prove about
    /// them.
    /// </summary>
    /// <param name="ranges">Its layer.</param>
    /// <param name="neuron">0-based neuron.</param>
    public static NeuronState Of(LayerRanges ranges, int neuron)
    {
        var (layer, sum, hasNegative) = (ranges.Layer, ranges.Sums[neuron].Biased, ranges.Sums[neuron].HasNegativeTerm);
        if (layer.Edges.Row(neuron).IsEmpty)
            return NeuronState.Varying;
        if (layer.HasActivation && sum.High <= 0)
            return NeuronState.Idle;
        if (layer.HasCeiling && sum.Low >= layer.Ceiling)
            return NeuronState.AtCeiling;
        return layer.HasActivation && hasNegative && sum.Low >= 0 ? NeuronState.Active : NeuronState.Varying;
    }
}
