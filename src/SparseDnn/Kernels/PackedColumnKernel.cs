using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SparseDnn.Kernels;

/// <summary>
/// One item through a layer of <see cref="PackedColumns{T}"/>: a sum a lane, the bits of
/// <see cref="TableKernel{T, TVector, TLanes, TCorrelation, TStep}"/>.
/// </summary>
internal static unsafe class PackedColumnKernel<T, TCorrelation, TStep>
    where T : unmanaged
    where TCorrelation : struct, ICorrelation<T>
    where TStep : struct, ISelectStep<T>
{
    // Large layers come from the third-level cache: asked for 2 KB of weights ahead they arrive in time, 1.7 times as fast as without. 1 to
    // 8 KB are alike.
    private const int StepsAhead = 32;

    /// <summary>Computes the layer.</summary>
    /// <param name="table">The layer.</param>
    /// <param name="columns">Its sums.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="y">Outputs; does not overlap the inputs.</param>
    public static void Run(LayerTable<T> table, PackedColumns<T> columns, ref T x, ref T y)
    {
        if (table.Kernels.HasFlag(KernelStrategies.Gathers) && GatherChoice<T>.UsesInstruction)
            Run<HardwareGather>(table, columns, ref x, ref y);
        else
            Run<LaneLoads>(table, columns, ref x, ref y);
    }

    /// <summary>Computes the layer, the rows brought together in one way.</summary>
    /// <typeparam name="TGather">The way.</typeparam>
    /// <param name="table">The layer.</param>
    /// <param name="columns">Its sums.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="y">Outputs; does not overlap the inputs.</param>
    public static void Run<TGather>(LayerTable<T> table, PackedColumns<T> columns, ref T x, ref T y)
        where TGather : struct, IRowGather
    {
        // Gathers take addresses; the caller's arrays must not move meanwhile.
        fixed (
            T* inputs = &x,
                outputs = &y
        )
            Sums<TGather>(new PackedEnd<T, TStep>(table, columns, TCorrelation.Zero), columns, inputs, outputs);
        GC.KeepAlive(columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sums<TGather>(in PackedEnd<T, TStep> end, PackedColumns<T> columns, T* x, T* y)
        where TGather : struct, IRowGather
    {
        var zero = Vector256.Create(TCorrelation.Zero);
        var count = Vector256<T>.Count;
        var weights = columns.Weights;
        var rows = columns.Rows;
        var first = 0;
        foreach (var group in columns.Groups)
        {
            Vector256<T> a = zero,
                b = zero;
            var step = 0;
            for (; step < group.Shortest; step++, weights += 2 * count, rows += 2 * count)
            {
                Sse.Prefetch0(weights + (StepsAhead * 2 * count));
                Sse.Prefetch0(rows + (StepsAhead * 2 * count));
                a = Accumulate<TGather>(a, weights, x, rows);
                b = Accumulate<TGather>(b, weights + count, x, rows + count);
            }

            // A finished sum stays as it is: adding 0 times a row would make NaN of an infinite one.
            ref var lengths = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(columns.Lengths), first);
            for (; step < group.Longest; step++, weights += 2 * count, rows += 2 * count)
            {
                var reached = Vector256.Create(Element(step));
                a = Lanes256<T>.Select(
                    Lanes256<T>.GreaterThan(Vector256.LoadUnsafe(ref lengths), reached),
                    Accumulate<TGather>(a, weights, x, rows),
                    a
                );
                b = Lanes256<T>.Select(
                    Lanes256<T>.GreaterThan(Vector256.LoadUnsafe(ref lengths, (nuint)count), reached),
                    Accumulate<TGather>(b, weights + count, x, rows + count),
                    b
                );
            }

            end.Store(a, first, y);
            end.Store(b, first + count, y);
            first += 2 * count;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Accumulate<TGather>(Vector256<T> sum, T* weights, T* x, ushort* rows)
        where TGather : struct, IRowGather =>
        TCorrelation.Accumulate<Vector256<T>, Lanes256<T>>(sum, Vector256.Load(weights), TGather.Load(x, rows));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Element(int step) => typeof(T) == typeof(float) ? Unsafe.BitCast<float, T>(step) : Unsafe.BitCast<double, T>(step);
}
