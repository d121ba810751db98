using System;
using System.Collections.Generic;
using System.Linq;

namespace SparseDnn.Core.Tests.Exact.Mutations.Faults;

/// <summary>Edges lost, doubled or misread while a row is summed.</summary>
internal static class SumFaults
{
    public static (string Name, Func<Kernel, Kernel> Plant)[] Rows { get; } =
    [
        ("last edge of each row dropped", Row(row => row.SkipLast(1))),
        ("first edge of each row dropped", Row(row => row.Skip(1))),
        ("last edge of each row added twice", Row(row => row.Concat(row.TakeLast(1)))),
        ("last edge of long rows dropped", Row(row => row.Length > 8 ? row.SkipLast(1) : row)),
        ("edges after the eighth dropped", Row(row => row.Take(8))),
        ("rows cut to a multiple of four edges", Row(row => row.Take(row.Length / 4 * 4))),
        ("rows cut to a multiple of two edges", Row(row => row.Take(row.Length / 2 * 2))),
        ("tail of four-wide rows read from their front", Row(row => row.Select((edge, i) => i >= row.Length / 4 * 4 ? row[i % 4] : edge))),
        ("rows of one edge skipped", Row(row => row.Length == 1 ? [] : row)),
        ("second of two strides dropped", Row(row => row.Where((_, i) => i % 2 == 0))),
        ("weights of a row reversed", Row(row => row.Select((edge, i) => edge with { Weight = row[^(i + 1)].Weight }))),
        (
            "weights of a row shifted by one edge",
            Row(row => row.Select((edge, i) => edge with { Weight = row[(i + 1) % row.Length].Weight }))
        ),
        ("weight of a row's first edge everywhere", Row(row => row.Select(edge => edge with { Weight = row[0].Weight }))),
        (
            "rows padded with zero weights",
            Row(row =>
                row.Concat(Enumerable.Repeat(row.Length == 0 ? new Edge(0, 0) : row[0] with { Weight = 0 }, (8 - (row.Length % 8)) % 8))
            )
        ),
        ("rows padded with their last edge", Row(row => row.Concat(Enumerable.Repeat(row.LastOrDefault(), (8 - (row.Length % 8)) % 8)))),
        ("negative inputs skipped as off", Filter((_, x) => x > 0)),
        ("inputs below a 16th skipped as off", Filter((_, x) => Math.Abs(x) >= 0.0625)),
        ("zero inputs skipped", Filter((_, x) => x != 0)),
        ("zero weights skipped", Filter((edge, _) => edge.Weight != 0)),
        ("input of the first column skipped as padding", Filter((edge, _) => edge.Input != 0)),
        ("sums start from minus zero", kernel => kernel with { Start = (_, _, _) => -0.0 }),
        (
            "sums start from the weight format's least number",
            kernel =>
                kernel with
                {
                    Order = (arithmetic, row, inputs, start) => kernel.Order(arithmetic, row, inputs, start + Math.ScaleB(1, -24)),
                }
        ),
    ];

    private static Func<Kernel, Kernel> Row(Func<Edge[], IEnumerable<Edge>> edges) =>
        kernel => kernel with { Order = (arithmetic, row, inputs, start) => kernel.Order(arithmetic, [.. edges(row)], inputs, start) };

    private static Func<Kernel, Kernel> Filter(Func<Edge, double, bool> keeps) =>
        kernel =>
            kernel with
            {
                Order = (arithmetic, row, inputs, start) =>
                    kernel.Order(arithmetic, [.. row.Where(edge => keeps(edge, inputs[edge.Input]))], inputs, start),
            };
}
