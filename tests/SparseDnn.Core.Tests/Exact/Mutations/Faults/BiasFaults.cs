using System;
using System.Linq;
using static SparseDnn.Core.Tests.Exact.Mutations.EpilogueSteps;

namespace SparseDnn.Core.Tests.Exact.Mutations.Faults;

/// <summary>Biases added wrongly.</summary>
internal static class BiasFaults
{
    public static (string Name, Func<Kernel, Kernel> Plant)[] Rows { get; } =
    [
        ("bias missing", Biases((_, _, _) => 0)),
        ("bias missing in the first layer", Biases((layer, bias, network) => ReferenceEquals(layer, network.Layers[0]) ? 0 : bias)),
        ("bias missing in the last layer", Biases((layer, bias, network) => ReferenceEquals(layer, network.Layers[^1]) ? 0 : bias)),
        ("bias doubled", Biases((_, bias, _) => 2 * bias)),
        ("bias subtracted", Biases((_, bias, _) => -bias)),
        ("negative biases lost", Biases((_, bias, _) => Math.Max(bias, 0))),
        ("positive biases lost", Biases((_, bias, _) => Math.Min(bias, 0))),
        ("bias of the next neuron", Shifted(1)),
        ("bias of the previous neuron", Shifted(-1)),
        (
            "bias of the first neuron everywhere",
            kernel => kernel with { Network = network => network.EachLayer((layer, _) => layer.EachBias((_, _) => layer.Biases[0])) }
        ),
        (
            "bias of the layer's mean",
            kernel =>
                kernel with
                {
                    Network = network =>
                        network.EachLayer(
                            (layer, _) => layer.EachBias((_, _) => Rounder.Of(network.Formats.Accumulator).Round(layer.Biases.Average()))
                        ),
                }
        ),
        (
            "bias also on zero sums",
            kernel =>
                kernel with
                {
                    Epilogue = (arithmetic, layer, sum, bias) => Ceiling(layer, Activate(layer, arithmetic.Add(sum, bias))),
                }
        ),
        ("bias never on zero sums", When(sum => sum != 0)),
        ("bias only on positive sums", When(sum => sum > 0)),
        ("bias not on negative sums", When(sum => sum >= 0)),
        ("bias on zero sums only of nonzero inputs", AnyInput),
        (
            "bias after the activation",
            kernel =>
                kernel with
                {
                    Epilogue = (arithmetic, layer, sum, bias) => Ceiling(layer, AddBias(arithmetic, layer, Activate(layer, sum), bias)),
                }
        ),
        (
            "bias once for each of two partial sums",
            kernel =>
                kernel with
                {
                    Epilogue = (arithmetic, layer, sum, bias) =>
                        kernel.Epilogue(arithmetic, layer, layer.BiasMode == BiasMode.Dense ? arithmetic.Add(sum, bias) : sum, bias),
                }
        ),
        (
            "bias missing after rows that fill their vectors",
            kernel =>
                kernel with
                {
                    Network = network =>
                        network.EachLayer((layer, _) => layer.EachBias((bias, neuron) => layer.Rows[neuron].Length % 8 == 0 ? 0 : bias)),
                }
        ),
    ];

    private static Func<Kernel, Kernel> Biases(Func<PlainLayer, double, PlainNetwork, double> replace) =>
        kernel =>
            kernel with
            {
                Network = network => network.EachLayer((layer, _) => layer.EachBias((bias, _) => replace(layer, bias, network))),
            };

    private static Func<Kernel, Kernel> Shifted(int by) =>
        kernel =>
            kernel with
            {
                Network = network =>
                    network.EachLayer(
                        (layer, _) => layer.EachBias((_, neuron) => layer.Biases[(neuron + by + layer.Outputs) % layer.Outputs])
                    ),
            };

    private static Func<Kernel, Kernel> When(Func<double, bool> adds) =>
        kernel =>
            kernel with
            {
                Epilogue = (arithmetic, layer, sum, bias) => Ceiling(layer, Activate(layer, adds(sum) ? arithmetic.Add(sum, bias) : sum)),
            };

    // The mark that some input was not zero survives where terms cancel: the least number there is.
    private static Kernel AnyInput(Kernel kernel)
    {
        const double mark = double.Epsilon;
        return kernel with
        {
            Order = (arithmetic, row, inputs, start) =>
                kernel.Order(arithmetic, row, inputs, start) is var sum && sum == 0 && row.Any(edge => inputs[edge.Input] != 0)
                    ? mark
                    : sum,
            Epilogue = (arithmetic, layer, sum, bias) =>
                kernel.Epilogue(arithmetic, layer, sum, bias) is var z && Math.Abs(z) == mark ? 0 : z,
        };
    }
}
