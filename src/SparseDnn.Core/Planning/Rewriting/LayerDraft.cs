using System.Collections.Generic;
using System.Linq;
using SparseDnn.Networks;
using SparseDnn.Topologies;

namespace SparseDnn.Planning.Rewriting;

/// <summary>
/// A layer while rewrites work on it: distinct sums over the rows that the layer before leaves, and the rows that this one leaves.
/// </summary>
internal sealed class LayerDraft(Layer layer, int inputs)
{
    /// <summary>In the place of a row: a neuron that is always 0.</summary>
    public const int Dead = -1;

    public Layer Layer { get; } = layer;

    /// <summary>Whether the layer was multiplied into the next one, so that its rows are those that it reads.</summary>
    public bool Passes { get; private init; }

    /// <summary>Whether max(z, 0) changes nothing.</summary>
    public bool NeedsNoReLU { get; set; }

    /// <summary>Rows that the layer before leaves.</summary>
    public int Inputs { get; set; } = inputs;

    /// <summary>Rows that each distinct sum adds, in the order of adding; a row may repeat.</summary>
    public List<int[]> Sums { get; set; } = [];

    /// <summary>Bits of the weights of each sum's terms; null where all edges of the layer have one weight.</summary>
    public List<long[]>? Weights { get; set; }

    /// <summary>Bits of the layer's one weight.</summary>
    public long Weight { get; set; }

    /// <summary>Bits of the factor of each sum; null where weights are in the terms.</summary>
    public long[]? Scales { get; set; }

    /// <summary>Bits of the factor that the network's inputs are multiplied by before anything is added; null for none.</summary>
    public long? InputScale { get; set; }

    /// <summary>Sums that several lists have in common.</summary>
    public List<int[]> Partials { get; set; } = [];

    /// <summary>Sum of each row that the layer leaves.</summary>
    public int[] SumOfOutput { get; set; } = [];

    /// <summary>A neuron that takes each row, for its bias.</summary>
    public int[] NeuronOfOutput { get; set; } = [];

    /// <summary>Row of each neuron; <see cref="Dead"/> for one that has none, because it is always 0 or nobody reads it.</summary>
    public int[] OutputOfNeuron { get; set; } = [];

    /// <summary>The draft of a layer that was multiplied into the next one: each row as it is.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="rows">Rows that the layer before leaves.</param>
    /// <param name="rowOfNeuron">Row of each neuron there; null for one each.</param>
    public static LayerDraft Passing(Layer layer, int rows, int[]? rowOfNeuron)
    {
        var all = Enumerable.Range(0, rows).ToArray();
        var edges = new CsrPattern(rows, rows, Enumerable.Range(0, rows + 1).ToArray(), all);
        return new LayerDraft(
            new Layer(
                layer.Elements,
                edges,
                new RoundedValues(1, rows),
                RoundedValues.FromBits([]),
                BiasMode.Dense,
                Activation.None,
                double.PositiveInfinity,
                layer.Semirings
            ),
            rows
        )
        {
            Passes = true,
            Weight = WeightFactoring.One,
            Sums = all.Select(row => new[] { row }).ToList(),
            SumOfOutput = all,
            NeuronOfOutput = all,
            OutputOfNeuron = rowOfNeuron ?? all,
        };
    }

    /// <summary>What was found beside fewer rows and terms, in words.</summary>
    public List<string> Found { get; } = [];

    /// <summary>What was not done, and why.</summary>
    public List<string> Declined { get; } = [];
}
