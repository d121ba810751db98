using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Core.Tests.Exact.Mutations.Faults;

namespace SparseDnn.Core.Tests.Exact.Mutations;

/// <summary>One fault planted in a correct kernel.</summary>
/// <param name="Kind">What it is about, as the page names it.</param>
/// <param name="Name">What it does.</param>
/// <param name="Reference">The kernel without it; <see cref="Kernel.Planned"/> where order and fusion are promised.</param>
/// <param name="Faulty">The kernel with it.</param>
internal sealed record Fault(string Kind, string Name, Kernel Reference, Kernel Faulty)
{
    /// <summary>Whether the kernel promises the order and operations of planned sums, so that their bits may be demanded.</summary>
    public bool PromisesPlannedSums => ReferenceEquals(Reference, Kernel.Planned);

    public override string ToString() => $"{Kind}: {Name}";
}

/// <summary>All faults.</summary>
internal static class FaultTable
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        .. FormatFaults.Rows.Select(row => Of("formats", row)),
        .. RoundingFaults.Rows.Select(row => Of("rounding and flushing", row)),
        .. BiasFaults.Rows.Select(row => Of("bias", row)),
        .. EpilogueFaults.Rows.Select(row => Of("kinks and ceiling", row)),
        .. SumFaults.Rows.Select(row => Of("edges of a sum", row)),
        .. PatternFaults.Rows.Select(row => Of("pattern and weights", row)),
        .. SeededFaults.Rows.Select(row => Of("one number or edge of a network", row)),
        .. BlockFaults.Rows.Select(row => Of("lanes, tails and buffers", row)),
        .. LayerFaults.Rows.Select(row => Of("layers", row)),
        .. PlannedFaults.Rows.Select(row => new Fault(
            "order and fusion where they are promised",
            row.Name,
            Kernel.Planned,
            row.Plant(Kernel.Planned)
        )),
    ];

    private static Fault Of(string kind, (string Name, Func<Kernel, Kernel> Plant) row) =>
        new(kind, row.Name, Kernel.Correct, row.Plant(Kernel.Correct));
}
