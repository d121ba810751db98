using System;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SparseDnn.Isa;
using SparseDnn.Isa.X86;
using SparseDnn.Layouts;

namespace SparseDnn.Kernels.Gathers;

/// <summary>
/// Which <see cref="IRowGather"/> is the faster one on this machine: both are timed once a process, for some tens of microseconds, when the
/// first item needs one.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
/// <remarks>
/// The instruction loads 4 to 5 floats a nanosecond on Intel's Sapphire Rapids but 2.3 on AMD's Zen 4, where loads a lane reach 4.3 (3 on
/// the former); neither the vendor nor any feature bit says so. Both load the same bits, so whatever the clock says, no result depends on
/// it.
/// </remarks>
internal static unsafe class GatherChoice<T>
    where T : unmanaged
{
    // Rows of a layer that fits the first-level cache, and enough registers for a time well above the clock's steps.
    private const int Rows = 1024;
    private const int Steps = 512;
    private const int Rounds = 8;

    /// <summary>Whether the gather instruction is the faster one.</summary>
    public static readonly bool UsesInstruction = Measure();

    private static bool Measure()
    {
        var x = new AlignedBuffer<T>(Rows);
        var rows = new AlignedBuffer<ushort>(Steps * Vector256<T>.Count);
        // An odd multiplier visits all rows, out of order.
        for (var i = 0; i < Steps * Vector256<T>.Count; i++)
            rows.Start[i] = (ushort)(i * 421 % Rows);
        long instruction = long.MaxValue,
            loads = long.MaxValue;
        for (var round = 0; round < Rounds; round++)
        {
            // The least of several: whatever interrupts a round only lengthens it.
            instruction = Math.Min(instruction, Time<HardwareGather>(x.Start, rows.Start));
            loads = Math.Min(loads, Time<LaneLoads>(x.Start, rows.Start));
        }

        GC.KeepAlive(x);
        GC.KeepAlive(rows);
        return instruction <= loads;
    }

#pragma warning disable RS0030 // Time is what this asks for; both ways load the same bits.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static long Time<TGather>(T* x, ushort* rows)
        where TGather : struct, IRowGather
    {
        var start = Stopwatch.GetTimestamp();
        Vector256<T> a = default,
            b = default;
        for (var step = 0; step < Steps; step += 2, rows += 2 * Vector256<T>.Count)
        {
            a += TGather.Load(x, rows);
            b += TGather.Load(x, rows + Vector256<T>.Count);
        }

        // What is not stored need not be loaded.
        (a + b).Store(x);
        return Stopwatch.GetTimestamp() - start;
    }
#pragma warning restore RS0030
}
