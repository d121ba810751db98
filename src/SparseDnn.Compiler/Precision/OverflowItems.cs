using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Compiler.Precision;

/// <summary>
/// Items at the ends of a range that are likely to overflow a network, tried in plain binary64 first; who reports one must prove it.
/// </summary>
/// <param name="network">A sound ReLU network.</param>
/// <param name="inputs">The range of each input.</param>
/// <param name="layer">The first layer whose sums may overflow.</param>
/// <param name="cancellationToken">Checked for every layer.</param>
internal sealed class OverflowItems(Network network, Interval[] inputs, int layer, CancellationToken cancellationToken)
{
    /// <summary>The items that overflow in plain arithmetic, with their names.</summary>
    public IEnumerable<(double[] Item, string Name)> Likely()
    {
        foreach (var (item, name) in Candidates())
            if (Overflows(item))
                yield return (item, name);
    }

    private IEnumerable<(double[] Item, string Name)> Candidates()
    {
        var isOne = Array.TrueForAll(inputs, range => range == inputs[0]);
        yield return (
            Array.ConvertAll(inputs, range => range.High),
            isOne ? $"all inputs {NumberText.Of(inputs[0].High)}" : "all inputs at their greatest"
        );
        yield return (
            Array.ConvertAll(inputs, range => range.Low),
            isOne ? $"all inputs {NumberText.Of(inputs[0].Low)}" : "all inputs at their least"
        );
        const string mixed = "inputs that are the least or the greatest, by the signs of the paths that lead there";
        for (var sign = 1; sign >= -1; sign -= 2)
        for (var depth = layer; depth < Math.Min(network.Layers.Count, layer + 2); depth++)
            yield return (Along(Influence(depth, sign)), mixed);
    }

    private double[] Along(double[] influence) => inputs.Select((range, i) => influence[i] >= 0 ? range.High : range.Low).ToArray();

    // How much each input adds, ReLU left aside, to the neuron whose weights are largest together.
    private double[] Influence(int depth, int sign)
    {
        var influence = new double[network.Layers[depth].Outputs];
        influence[Heaviest(network.Layers[depth])] = sign;
        for (var i = depth; i >= 0; i--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var current = network.Layers[i];
            var before = new double[current.Inputs];
            for (int neuron = 0, edge = 0; neuron < current.Outputs; neuron++)
                foreach (var input in current.Edges.Row(neuron))
                    before[input] += influence[neuron] * current.Weights[edge++];
            var most = before.Max(Math.Abs);
            // Signs matter, sizes must stay finite.
            influence = most > 0 && !double.IsInfinity(most) ? Array.ConvertAll(before, value => value / most) : before;
        }

        return influence;
    }

    private static int Heaviest(Layer current)
    {
        var (heaviest, most) = (0, -1.0);
        for (int neuron = 0, edge = 0; neuron < current.Outputs; neuron++)
        {
            var sum = 0.0;
            foreach (var _ in current.Edges.Row(neuron))
                sum += Math.Abs(current.Weights[edge++]);
            if (sum > most)
                (heaviest, most) = (neuron, sum);
        }

        return heaviest;
    }

    private bool Overflows(double[] values)
    {
        var limit = network.Format.MaxFinite.ToDouble();
        foreach (var current in network.Layers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var outputs = new double[current.Outputs];
            for (int neuron = 0, edge = 0; neuron < outputs.Length; neuron++)
            {
                var sum = 0.0;
                foreach (var input in current.Edges.Row(neuron))
                    sum += current.Weights[edge++] * values[input];
                if (current.HasBias && (current.BiasMode == BiasMode.Dense || sum != 0))
                    sum += current.Biases[neuron];
                if (!(current.HasCeiling || sum < limit) || !(current.HasActivation || sum > -limit))
                    return true;
                if (current.HasActivation)
                    sum = Math.Max(sum, 0);
                outputs[neuron] = current.HasCeiling ? Math.Min(sum, current.Ceiling) : sum;
            }

            values = outputs;
        }

        return false;
    }
}
