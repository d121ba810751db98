using System.Globalization;
using System.Linq;
using SparseDnn.Networks;
using SparseDnn.Planning.Model;

namespace SparseDnn.Generators.Strategies.StraightLine;

/// <summary>Says of each sum of a layer which of the user's neurons take it, rather than which rows it became.</summary>
internal sealed class NeuronComments
{
    // Beside the first one.
    private const int MostNames = 4;

    private readonly LayerPlan _plan;
    private readonly ILookup<int, int> _neuronsOfSum;

    public NeuronComments(LayerPlan plan)
    {
        _plan = plan;
        var rows = plan.RowOfNeuron.Count > 0 ? plan.RowOfNeuron : Enumerable.Range(0, plan.Data.Outputs);
        _neuronsOfSum = rows.Select((row, neuron) => (row, neuron))
            .Where(pair => pair.row >= 0)
            .ToLookup(pair => plan.Data.SumOfOutput[pair.row], pair => pair.neuron);
    }

    /// <summary>Such as <c>Neuron 7 (also 39, 71): 32 terms, constant weight 1/16.</c></summary>
    /// <param name="sum">0-based.</param>
    public string Of(int sum)
    {
        var neurons = _neuronsOfSum[sum].ToArray();
        var terms = _plan.Data.Terms(sum);
        if (neurons.Length == 0)
            return $"A sum that no neuron takes: {Counted(terms, "term")}.";
        var edges = _plan.Layer.Edges.Row(neurons[0]).Length;
        return string.Concat(
            $"Neuron {Number(neurons[0])}",
            Others(neurons),
            $": {Counted(terms, "term")}",
            terms == edges ? "" : $" for {Counted(edges, "edge")}",
            _plan.Layer.Weights.IsConstant && edges > 0 ? $", constant weight {NetworkPrinter.ConstantWeight(_plan.Layer)}." : "."
        );
    }

    private static string Others(int[] neurons)
    {
        if (neurons.Length == 1)
            return "";
        // One more name is shorter than saying that there is one more.
        var named = neurons.Length - 1 <= MostNames + 1 ? neurons.Length - 1 : MostNames;
        var names = string.Join(", ", neurons.Skip(1).Take(named).Select(Number));
        var left = neurons.Length - 1 - named;
        return left == 0 ? $" (also {names})" : $" (also {names} and {Number(left)} more)";
    }

    private static string Counted(int count, string what) => $"{Number(count)} {what}{(count == 1 ? "" : "s")}";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
