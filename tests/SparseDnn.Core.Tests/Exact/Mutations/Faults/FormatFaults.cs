using System;
using SparseDnn.Numerics;

namespace SparseDnn.Core.Tests.Exact.Mutations.Faults;

/// <summary>Numbers kept in other formats than the declared ones.</summary>
internal static class FormatFaults
{
    public static (string Name, Func<Kernel, Kernel> Plant)[] Rows { get; } =
    [
        ("sums in tf32", Accumulator("tf32")),
        ("sums in binary16", Accumulator("binary16")),
        ("sums in bfloat16", Accumulator("bfloat16")),
        ("sums in e5m2", Accumulator("e5m2")),
        ("sums in e4m3", Accumulator("e4m3")),
        ("sums in the activation format", kernel => kernel with { Accumulator = formats => Rounder.Of(formats.Activations) }),
        ("sums in the weight format", kernel => kernel with { Accumulator = formats => Rounder.Of(formats.Weights) }),
        ("sums one bit short", Short(1)),
        ("sums three bits short", Short(3)),
        ("sums in int16 that saturate", Accumulator("int16:10")),
        ("products in the activation format", kernel => kernel with { Product = formats => Rounder.Of(formats.Activations) }),
        ("products in bfloat16", kernel => kernel with { Product = _ => Of("bfloat16") }),
        ("outputs in bfloat16", Store("bfloat16")),
        ("outputs in e5m2", Store("e5m2")),
        ("outputs in e4m3", Store("e4m3")),
        ("outputs as integers", kernel => kernel with { Store = (_, _) => Of("int32") }),
        (
            "hidden outputs in bfloat16",
            kernel => kernel with { Store = (formats, isLast) => isLast ? Rounder.Of(formats.Activations) : Of("bfloat16") }
        ),
        (
            "hidden outputs kept as sums are",
            kernel => kernel with { Store = (formats, isLast) => isLast ? Rounder.Of(formats.Activations) : null }
        ),
        (
            "last outputs kept as sums are",
            kernel => kernel with { Store = (formats, isLast) => isLast ? null : Rounder.Of(formats.Activations) }
        ),
        ("inputs in bfloat16", kernel => kernel with { Input = _ => Of("bfloat16") }),
        ("inputs in e5m2", kernel => kernel with { Input = _ => Of("e5m2") }),
        ("inputs one bit short", kernel => kernel with { Input = formats => Shorter(Rounder.Of(formats.Activations), 1) }),
        (
            "inputs taken as unsigned",
            kernel =>
                kernel with
                {
                    Order = (arithmetic, row, inputs, start) => kernel.Order(arithmetic, row, Array.ConvertAll(inputs, Math.Abs), start),
                }
        ),
        ("weights in bfloat16", Weights("bfloat16")),
        ("weights in e5m2", Weights("e5m2")),
        ("weights in e4m3", Weights("e4m3")),
        (
            "biases in the activation format",
            kernel => kernel with { Network = network => Biases(network, Rounder.Of(network.Formats.Activations)) }
        ),
        ("biases in bfloat16", kernel => kernel with { Network = network => Biases(network, Of("bfloat16")) }),
        (
            "ceiling in bfloat16",
            kernel =>
                kernel with
                {
                    Network = network => network.EachLayer((layer, _) => layer with { Ceiling = Of("bfloat16").Round(layer.Ceiling) }),
                }
        ),
    ];

    public static Rounder Of(string name) =>
        StorageFormats.TryParse(name, out var format) ? Rounder.Of(format) : throw new ArgumentException(name);

    private static Func<Kernel, Kernel> Accumulator(string name) => kernel => kernel with { Accumulator = _ => Of(name) };

    private static Func<Kernel, Kernel> Store(string name) => kernel => kernel with { Store = (_, _) => Of(name) };

    private static Func<Kernel, Kernel> Short(int bits) =>
        kernel => kernel with { Accumulator = formats => Shorter(Rounder.Of(formats.Accumulator), bits) };

    // In fixed point the quantum grows.
    private static Rounder Shorter(Rounder format, int bits) =>
        format.Saturates
            ? format with
            {
                LeastExponent = format.LeastExponent + bits,
            }
            : format with
            {
                Precision = format.Precision - bits,
            };

    private static Func<Kernel, Kernel> Weights(string name) =>
        kernel =>
            kernel with
            {
                Network = network =>
                    network.EachLayer((layer, _) => layer.EachEdge(edge => edge with { Weight = Of(name).Round(edge.Weight) })),
            };

    private static PlainNetwork Biases(PlainNetwork network, Rounder format) =>
        network.EachLayer((layer, _) => layer.EachBias((bias, _) => format.Round(bias)));
}
