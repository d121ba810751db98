using System;

namespace SparseDnn.Core.Tests.Exact.Mutations.Faults;

/// <summary>Lanes, blocks and their tails addressed wrongly, and buffers read that should not be.</summary>
internal static class BlockFaults
{
    public static (string Name, Func<Kernel, Kernel> Plant)[] Rows { get; } =
    [
        ("tail of the batch not computed", Items(new() { Computes = lane => !lane.IsTail })),
        ("last item of a batch tail not computed", Items(new() { Computes = lane => !lane.IsTail || lane.Index < lane.Live - 1 })),
        ("last lane of a full block not computed", Items(new() { Computes = lane => lane.IsTail || lane.Index < lane.Width - 1 })),
        (
            "stale item in the last lane of a batch tail",
            Items(new() { Reads = lane => lane.IsTail && lane.Index == lane.Live - 1 ? Math.Max(0, lane.Place - lane.Width) : lane.Place })
        ),
        ("stale block in a batch tail", Items(new() { Reads = lane => lane.IsTail ? Math.Max(0, lane.Place - lane.Width) : lane.Place })),
        ("first item in all lanes of a batch tail", Items(new() { Reads = lane => lane.IsTail ? lane.Start : lane.Place })),
        ("first block read again and again", Items(new() { Reads = lane => lane.Index })),
        (
            "batch tail written over the block before",
            Items(new() { Writes = lane => lane.IsTail && lane.Start > 0 ? lane.Place - lane.Width : lane.Place })
        ),
        (
            "batch tail moved to the end of its block",
            Items(new() { Writes = lane => lane.Place + (lane.IsTail ? lane.Width - lane.Live : 0) })
        ),
        ("items of a block mirrored", Items(new() { Writes = lane => lane.Start + lane.Live - 1 - lane.Index })),
        ("next item read", Items(new() { Reads = lane => Math.Min(lane.Place + 1, lane.Count - 1) })),
        ("neighbouring items exchanged", Items(new() { Reads = lane => Math.Min(lane.Place ^ 1, lane.Count - 1) })),
        ("tail of the neurons not computed", Rowwise(new() { Computes = row => !row.IsTail })),
        ("last neuron not computed", Rowwise(new() { Computes = row => row.Place < row.Count - 1 })),
        ("neurons after the 32nd not computed", Rowwise(new() { Computes = row => row.Place < 32 })),
        (
            "block before computed again in the tail of the neurons",
            Rowwise(new() { Reads = row => row.IsTail ? Math.Max(0, row.Place - row.Width) : row.Place })
        ),
        ("outputs written one neuron late", Rowwise(new() { Writes = row => row.Place + 1 })),
        ("neurons of a block mirrored", Rowwise(new() { Writes = row => row.Start + row.Live - 1 - row.Index })),
        ("sums of a batch tail begin with the block's before", Starts((lane, register, _) => lane.IsTail ? register : 0)),
        ("sums begin with the lane's before", Starts((_, register, _) => register)),
        ("sums of the first lane begin with its last one", Starts((lane, register, _) => lane.Index == 0 ? register : 0)),
        ("sums begin with what the output buffer holds", Starts((_, _, buffer) => buffer)),
        ("sums of a batch tail begin with what the output buffer holds", Starts((lane, _, buffer) => lane.IsTail ? buffer : 0)),
    ];

    private static Func<Kernel, Kernel> Items(LaneSteps steps) => kernel => kernel with { Items = steps };

    private static Func<Kernel, Kernel> Rowwise(LaneSteps steps) => kernel => kernel with { Rows = steps };

    private static Func<Kernel, Kernel> Starts(Func<Lane, double, double, double> start) => kernel => kernel with { Start = start };
}
