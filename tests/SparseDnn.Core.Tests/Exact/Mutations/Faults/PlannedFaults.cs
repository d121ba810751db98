using System;
using SparseDnn.Numerics;

namespace SparseDnn.Core.Tests.Exact.Mutations.Faults;

/// <summary>
/// Kernels that promise planned sums (ascending from zero, fused) and form others: correct in any order, wrong in this one.
/// </summary>
internal static class PlannedFaults
{
    public static (string Name, Func<Kernel, Kernel> Plant)[] Rows { get; } =
    [
        ("products rounded before they are added", kernel => kernel with { Fusion = Fusion.Never }),
        ("some products rounded before they are added", kernel => kernel with { Fusion = Fusion.AtRandom }),
        ("descending order", Order("descending")),
        ("two partial sums", Order("two strides")),
        ("partial sums of eight edges", Order("blocks of eight")),
        ("sums by a tree", Order("tree")),
        ("sums start from the bias", kernel => kernel with { BiasFirst = true }),
        ("sums in binary32 although declared narrower", kernel => kernel with { Accumulator = _ => Rounder.Of(StorageFormats.Binary32) }),
        ("sums cut off", Sums(format => format with { Mode = Math.Truncate })),
        ("sums rounded up", Sums(format => format with { Mode = Math.Ceiling })),
        ("ties of sums away from zero", Sums(format => format with { Mode = Rounder.NearestAway })),
        ("sums rounded twice, two more bits first", Sums(format => format with { ViaPrecision = format.Precision + 2 })),
        ("sums with one bit more", Sums(format => format with { Precision = format.Precision + (format.Saturates ? 0 : 1) })),
        ("sums one bit short", Sums(format => format with { Precision = format.Precision - (format.Saturates ? 0 : 1) })),
        ("products rounded and sums started from the bias", kernel => kernel with { Fusion = Fusion.Never, BiasFirst = true }),
        (
            "zero terms left out",
            kernel =>
                kernel with
                {
                    Order = (arithmetic, row, inputs, start) =>
                        SumOrders.Ascending(arithmetic, Array.FindAll(row, edge => inputs[edge.Input] != 0), inputs, start),
                }
        ),
    ];

    private static Func<Kernel, Kernel> Order(string name) => kernel => kernel with { Order = SumOrders.All[name] };

    private static Func<Kernel, Kernel> Sums(Func<Rounder, Rounder> change) =>
        kernel => kernel with { Accumulator = formats => change(Rounder.Of(formats.Accumulator)) };
}
