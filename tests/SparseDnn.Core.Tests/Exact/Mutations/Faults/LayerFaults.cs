using System;
using System.Linq;

namespace SparseDnn.Core.Tests.Exact.Mutations.Faults;

/// <summary>Whole layers lost, repeated or mixed up, where sizes let them.</summary>
internal static class LayerFaults
{
    public static (string Name, Func<Kernel, Kernel> Plant)[] Rows { get; } =
    [
        ("square layers left out", Networks(network => Layers(network, [.. network.Layers.Where(layer => !layer.IsSquare)]))),
        (
            "square layers applied twice",
            Networks(network => Layers(network, [.. network.Layers.SelectMany(layer => layer.IsSquare ? [layer, layer] : new[] { layer })]))
        ),
        (
            "last layer applied twice where square",
            Networks(network => network.Layers[^1].IsSquare ? Layers(network, [.. network.Layers, network.Layers[^1]]) : network)
        ),
        ("layers of equal shape exchanged", Networks(Exchanged)),
        (
            "biases of the layer before",
            Networks(network =>
                network.EachLayer(
                    (layer, index) =>
                        index > 0
                            ? layer.EachBias((_, neuron) => network.Layers[index - 1].Biases[neuron % network.Layers[index - 1].Outputs])
                            : layer
                )
            )
        ),
        (
            "weights of the layer before",
            Networks(network => network.EachLayer((layer, index) => index > 0 ? Taken(layer, network.Layers[index - 1]) : layer))
        ),
        (
            "ceiling of the layer before",
            Networks(network =>
                network.EachLayer((layer, index) => index > 0 ? layer with { Ceiling = network.Layers[index - 1].Ceiling } : layer)
            )
        ),
        (
            "bias mode of the first layer everywhere",
            Networks(network => network.EachLayer((layer, _) => layer with { BiasMode = network.Layers[0].BiasMode }))
        ),
    ];

    private static Func<Kernel, Kernel> Networks(Func<PlainNetwork, PlainNetwork> change) => kernel => kernel with { Network = change };

    private static PlainNetwork Layers(PlainNetwork network, PlainLayer[] layers) =>
        layers.Length == 0 ? network : network with { Layers = layers };

    private static PlainNetwork Exchanged(PlainNetwork network)
    {
        var layers = (PlainLayer[])network.Layers.Clone();
        for (var i = 0; i + 1 < layers.Length; i++)
        {
            if (layers[i].Inputs != layers[i + 1].Inputs || layers[i].Outputs != layers[i + 1].Outputs)
                continue;
            (layers[i], layers[i + 1]) = (layers[i + 1], layers[i]);
            break;
        }

        return Layers(network, layers);
    }

    private static PlainLayer Taken(PlainLayer layer, PlainLayer before)
    {
        var weights = before.Rows.SelectMany(row => row).Select(edge => edge.Weight).ToArray();
        var next = 0;
        return layer with
        {
            Rows = [.. layer.Rows.Select(row => Array.ConvertAll(row, edge => edge with { Weight = weights[next++ % weights.Length] }))],
        };
    }
}
