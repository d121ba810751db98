using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.Intrinsics;

namespace SparseDnn.Benchmarks.Baseline;

/// <summary>A way to run the loop on a batch.</summary>
/// <param name="Lanes">Items in a register: 8, or 16 where the machine has 512 bits.</param>
/// <param name="Registers">Registers in a tile.</param>
/// <param name="Drops">Whether items of all zeros are dropped.</param>
internal sealed record CsrVariant(int Lanes, int Registers, bool Drops)
{
    private static readonly int[] RegisterCounts = [1, 2, 4, 8];

    /// <summary>Items in a tile.</summary>
    public int Items => Lanes * Registers;

    /// <summary>Every way that a machine has.</summary>
    /// <param name="canDrop">Whether items may be dropped.</param>
    public static IReadOnlyList<CsrVariant> All(bool canDrop) =>
        (
            from lanes in Vector512.IsHardwareAccelerated ? new[] { 8, 16 } : [8]
            from registers in RegisterCounts
            from drops in canDrop ? new[] { true, false } : [false]
            select new CsrVariant(lanes, registers, drops)
        ).ToArray();

    public unsafe void Run(CsrLayer layer, float* x, float* y)
    {
        if (Lanes == 16)
            CsrKernels<Register512, Vector512<float>>.Run(layer, x, y, Registers);
        else
            CsrKernels<Register256, Vector256<float>>.Run(layer, x, y, Registers);
    }

    public override string ToString() => FormattableString.Invariant($"{Registers} registers of {Lanes}{(Drops ? ", zeros dropped" : "")}");
}
