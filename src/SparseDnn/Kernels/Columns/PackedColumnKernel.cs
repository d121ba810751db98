using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SparseDnn.Elements;
using SparseDnn.Isa;
using SparseDnn.Isa.X86;
using SparseDnn.Kernels.Gathers;
using SparseDnn.Kernels.Table;
using SparseDnn.Lanes;
using SparseDnn.Layouts;
using SparseDnn.Operations;

namespace SparseDnn.Kernels.Columns;

/// <summary>
/// One item through a layer of <see cref="PackedColumns{T}"/>: a sum a lane, the bits of
/// <see cref="TableKernel{T, TVector, TLanes, TCorrelation, TEpilogue}"/>.
/// </summary>
internal static unsafe class PackedColumnKernel<T, TCorrelation, TEpilogue>
    where T : unmanaged
    where TCorrelation : struct, ICorrelation<T>
    where TEpilogue : struct, IEpilogue<T>
{
    // Large layers come from the third-level cache: asked for 2 KB of weights ahead they arrive in time, 1.7 times as fast as without. 1 to
    // 8 KB are alike.
    private const int StepsAhead = 32;

    /// <summary>Computes the layer.</summary>
    /// <param name="table">A layer that has packed columns.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="y">Outputs; does not overlap the inputs.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run(LayerTable<T> table, ref T x, ref T y)
    {
        if (table.Kernels.HasFlag(KernelStrategies.Gathers) && GatherChoice<T>.UsesInstruction)
            Run<HardwareGather>(table, ref x, ref y);
        else
            Run<LaneLoads>(table, ref x, ref y);
    }

    /// <summary>Computes the layer, the rows brought together in one way.</summary>
    /// <typeparam name="TGather">The way.</typeparam>
    /// <param name="table">A layer that has packed columns.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="y">Outputs; does not overlap the inputs.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TGather>(LayerTable<T> table, ref T x, ref T y)
        where TGather : struct, IRowGather => StoredWeights.Run<T, OverColumns<TGather>>(table, ref x, ref y, 0);

    private readonly struct OverColumns<TGather> : IStoredKernel<T>
        where TGather : struct, IRowGather
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Run<TWeight>(LayerTable<T> table, ref T x, ref T y, nint argument)
            where TWeight : struct, IStoredWeight =>
            PackedColumnKernel<T, TCorrelation, TEpilogue>.Run<TGather, TWeight>(table, table.Packed!, ref x, ref y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TGather, TWeight>(LayerTable<T> table, PackedColumns<T> columns, ref T x, ref T y)
        where TGather : struct, IRowGather
        where TWeight : struct, IStoredWeight
    {
        // Gathers take addresses; the caller's arrays must not move meanwhile.
        fixed (
            T* inputs = &x,
                outputs = &y
        )
            Sums<TGather, TWeight>(new PackedColumnStore<T, TEpilogue>(table, columns, TCorrelation.Zero), columns, inputs, outputs);
        GC.KeepAlive(columns);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sums<TGather, TWeight>(in PackedColumnStore<T, TEpilogue> end, PackedColumns<T> columns, T* x, T* y)
        where TGather : struct, IRowGather
        where TWeight : struct, IStoredWeight
    {
        var zero = Vector256.Create(TCorrelation.Zero);
        var count = Vector256<T>.Count;
        var bytes = count * TWeight.Bytes<T>();
        var weights = columns.Weights;
        var rows = columns.Rows;
        var first = 0;
        foreach (var group in columns.Groups)
        {
            Vector256<T> a = zero,
                b = zero;
            var step = 0;
            for (; step < group.Shortest; step++, weights += 2 * bytes, rows += 2 * count)
            {
                Prefetch.Line(weights + (StepsAhead * 2 * bytes));
                Prefetch.Line(rows + (StepsAhead * 2 * count));
                a = Accumulate<TGather, TWeight>(a, weights, x, rows);
                b = Accumulate<TGather, TWeight>(b, weights + bytes, x, rows + count);
            }

            // A finished sum stays as it is: adding 0 times a row would make NaN of an infinite one.
            ref var lengths = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(columns.Lengths), first);
            for (; step < group.Longest; step++, weights += 2 * bytes, rows += 2 * count)
            {
                var reached = Vector256.Create(Element.FromNumber<T>(step));
                a = Lanes256<T>.Select(
                    Lanes256<T>.GreaterThan(Vector256.LoadUnsafe(ref lengths), reached),
                    Accumulate<TGather, TWeight>(a, weights, x, rows),
                    a
                );
                b = Lanes256<T>.Select(
                    Lanes256<T>.GreaterThan(Vector256.LoadUnsafe(ref lengths, (nuint)count), reached),
                    Accumulate<TGather, TWeight>(b, weights + bytes, x, rows + count),
                    b
                );
            }

            end.Store(a, first, y);
            end.Store(b, first + count, y);
            first += 2 * count;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<T> Accumulate<TGather, TWeight>(Vector256<T> sum, byte* weights, T* x, ushort* rows)
        where TGather : struct, IRowGather
        where TWeight : struct, IStoredWeight =>
        TCorrelation.Accumulate<Vector256<T>, Lanes256<T>>(sum, TWeight.Load256<T>(weights), TGather.Load(x, rows));
}
