using System;
using static SparseDnn.Core.Tests.Exact.Mutations.EpilogueSteps;

namespace SparseDnn.Core.Tests.Exact.Mutations.Faults;

/// <summary>Activation and ceiling applied wrongly.</summary>
internal static class EpilogueFaults
{
    public static (string Name, Func<Kernel, Kernel> Plant)[] Rows { get; } =
    [
        ("no activation", Activation((_, z) => z)),
        (
            "activation of hidden layers only",
            kernel =>
                kernel with
                {
                    Network = network =>
                        network.EachLayer(
                            (layer, index) =>
                                index == network.Layers.Length - 1 ? layer with { Activation = SparseDnn.Activation.None } : layer
                        ),
                }
        ),
        (
            "activation of the last layer only",
            kernel =>
                kernel with
                {
                    Network = network =>
                        network.EachLayer(
                            (layer, index) =>
                                index == network.Layers.Length - 1 ? layer : layer with { Activation = SparseDnn.Activation.None }
                        ),
                }
        ),
        ("activation where none is declared", Activation((_, z) => Math.Max(z, 0))),
        ("magnitude instead of the activation", Activation((layer, z) => layer.Activation == SparseDnn.Activation.None ? z : Math.Abs(z))),
        ("activation that leaks a 1024th", Activation((layer, z) => layer.Activation == SparseDnn.Activation.None || z > 0 ? z : z / 1024)),
        (
            "activation with its kink at 2^-6",
            Activation((layer, z) => layer.Activation == SparseDnn.Activation.None || z >= 0.015625 ? z : 0)
        ),
        ("activation negated", Activation((layer, z) => layer.Activation == SparseDnn.Activation.None ? z : Math.Min(z, 0))),
        (">= for > at the activation's kink", Activation((layer, z) => layer.Activation == SparseDnn.Activation.None || z >= 0 ? z : 0)),
        ("no ceiling", Ceil((_, z) => z)),
        (
            "ceiling of the last layer only",
            kernel =>
                kernel with
                {
                    Network = network =>
                        network.EachLayer(
                            (layer, index) => index == network.Layers.Length - 1 ? layer : layer with { Ceiling = double.PositiveInfinity }
                        ),
                }
        ),
        (
            "ceiling of hidden layers only",
            kernel =>
                kernel with
                {
                    Network = network =>
                        network.EachLayer(
                            (layer, index) => index == network.Layers.Length - 1 ? layer with { Ceiling = double.PositiveInfinity } : layer
                        ),
                }
        ),
        (
            "ceiling before the bias",
            kernel =>
                kernel with
                {
                    Epilogue = (arithmetic, layer, sum, bias) => Activate(layer, AddBias(arithmetic, layer, Ceiling(layer, sum), bias)),
                }
        ),
        (
            "ceiling before the activation",
            kernel =>
                kernel with
                {
                    Epilogue = (arithmetic, layer, sum, bias) => Activate(layer, Ceiling(layer, AddBias(arithmetic, layer, sum, bias))),
                }
        ),
        ("zero above the ceiling", Ceil((layer, z) => z > layer.Ceiling ? 0 : z)),
        ("zero at the ceiling and above", Ceil((layer, z) => z >= layer.Ceiling ? 0 : z)),
        ("zero at the ceiling itself", Ceil((layer, z) => z == layer.Ceiling ? 0 : Ceiling(layer, z))),
        (">= for > at the ceiling", Ceil((layer, z) => z >= layer.Ceiling ? layer.Ceiling : z)),
        ("ceiling on both sides", Ceil((layer, z) => Math.Clamp(z, -layer.Ceiling, layer.Ceiling))),
        ("ceiling of the next neighbour above", Ceil((layer, z) => z > layer.Ceiling ? layer.Ceiling * (1 + 0.0009765625) : z)),
        ("ceiling halved", Ceil((layer, z) => Math.Min(z, layer.Ceiling / 2))),
        ("ceiling of 32 everywhere", Ceil((_, z) => Math.Min(z, 32))),
        (
            "ceiling of the first layer everywhere",
            kernel =>
                kernel with
                {
                    Network = network => network.EachLayer((layer, _) => layer with { Ceiling = network.Layers[0].Ceiling }),
                }
        ),
        (
            "ceiling on sums and on biased sums",
            kernel =>
                kernel with
                {
                    Epilogue = (arithmetic, layer, sum, bias) => kernel.Epilogue(arithmetic, layer, Ceiling(layer, sum), bias),
                }
        ),
        ("ceiling as a remainder", Ceil((layer, z) => z > layer.Ceiling ? Math.IEEERemainder(z, layer.Ceiling) : z)),
    ];

    private static Func<Kernel, Kernel> Activation(Func<PlainLayer, double, double> activate) =>
        kernel =>
            kernel with
            {
                Epilogue = (arithmetic, layer, sum, bias) => Ceiling(layer, activate(layer, AddBias(arithmetic, layer, sum, bias))),
            };

    private static Func<Kernel, Kernel> Ceil(Func<PlainLayer, double, double> ceiling) =>
        kernel =>
            kernel with
            {
                Epilogue = (arithmetic, layer, sum, bias) => ceiling(layer, Activate(layer, AddBias(arithmetic, layer, sum, bias))),
            };
}
