using System;
using SparseDnn.Numerics;

namespace SparseDnn.Core.Tests.Exact.Mutations.Faults;

/// <summary>Outputs rounded otherwise than once, to nearest even, and small numbers lost.</summary>
internal static class RoundingFaults
{
    public static (string Name, Func<Kernel, Kernel> Plant)[] Rows { get; } =
    [
        ("outputs cut off", Store(format => format with { Mode = Math.Truncate })),
        ("outputs rounded up", Store(format => format with { Mode = Math.Ceiling })),
        ("outputs rounded down", Store(format => format with { Mode = Math.Floor })),
        ("outputs rounded to odd", Store(format => format with { Mode = Rounder.ToOdd })),
        ("ties of outputs away from zero", Store(format => format with { Mode = Rounder.NearestAway })),
        ("ties of outputs up", Store(format => format with { Mode = Rounder.HalfUp })),
        ("ties of outputs down", Store(format => format with { Mode = Rounder.HalfDown })),
        ("outputs rounded twice, two more bits first", Store(format => format with { ViaPrecision = format.Precision + 2 })),
        ("outputs rounded twice, four more bits first", Store(format => format with { ViaPrecision = format.Precision + 4 })),
        ("subnormal outputs flushed to zero", Store(format => format with { Flushes = true })),
        (
            "subnormal sums flushed to zero",
            kernel => kernel with { Accumulator = formats => Rounder.Of(formats.Accumulator) with { Flushes = true } }
        ),
        (
            "subnormal products flushed to zero",
            kernel => kernel with { Product = formats => Rounder.Of(formats.Accumulator) with { Flushes = true } }
        ),
        (
            "subnormal inputs taken as zero",
            kernel => kernel with { Input = formats => Rounder.Of(formats.Activations) with { Flushes = true } }
        ),
        (
            "subnormal weights taken as zero",
            kernel =>
                kernel with
                {
                    Network = network =>
                        network.EachLayer(
                            (layer, _) => layer.EachEdge(edge => edge with { Weight = Flush(edge.Weight, network.Formats.Weights) })
                        ),
                }
        ),
        (
            "outputs below a thousandth taken as zero",
            kernel =>
                kernel with
                {
                    Epilogue = (arithmetic, layer, sum, bias) =>
                        kernel.Epilogue(arithmetic, layer, sum, bias) is var z && Math.Abs(z) < 0.001 ? 0 : z,
                }
        ),
    ];

    private static Func<Kernel, Kernel> Store(Func<Rounder, Rounder> change) =>
        kernel => kernel with { Store = (formats, _) => change(Rounder.Of(formats.Activations)) };

    private static double Flush(double weight, StorageFormat format) => (Rounder.Of(format) with { Flushes = true }).Round(weight);
}
