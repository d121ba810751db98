using System.Collections.Generic;
using System.Linq;
using SparseDnn.Fixtures.Diagnosis.Observations;

namespace SparseDnn.Fixtures.Diagnosis.Hypotheses;

/// <summary>Mistakes in the order of layers: one is left out or applied twice.</summary>
internal static class ChainMistakes
{
    public static IEnumerable<Hypothesis> Hypotheses(Evidence evidence)
    {
        if (evidence.Network is not { } network)
            yield break;
        var square = Enumerable.Range(0, network.Layers.Count).Where(i => network.Layers[i].IsSquare).ToArray();
        foreach (var layer in LayerMistakes.Alone(square))
        {
            if (network.Layers.Count > 1)
                yield return Hypothesis.Of(
                    $"layer {layer + 1} is left out",
                    evidence,
                    network with
                    {
                        Layers = network.Layers.Where((_, i) => i != layer).ToArray(),
                    }
                );
            yield return Hypothesis.Of(
                $"layer {layer + 1} is applied twice",
                evidence,
                network with
                {
                    Layers = network.Layers.SelectMany((other, i) => Enumerable.Repeat(other, i == layer ? 2 : 1)).ToArray(),
                }
            );
        }
    }
}
