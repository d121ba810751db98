using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SparseDnn.Isa.X86;
using SparseDnn.Kernels.Columns;
using SparseDnn.Kernels.Panels;
using SparseDnn.Kernels.Stores;
using SparseDnn.Kernels.Table;
using SparseDnn.Lanes;
using SparseDnn.Layouts;
using SparseDnn.Operations;

namespace SparseDnn.Kernels;

/// <summary>One pair of semirings in one kernel: from a register width known at run time to the code specialised on it.</summary>
internal sealed class PairKernel<T, TExact, TOrdered, TEpilogue> : LayerKernel<T>
    where T : unmanaged, IBinaryNumber<T>
    where TExact : struct, ICorrelation<T>
    where TOrdered : struct, ICorrelation<T>
    where TEpilogue : struct, IEpilogue<T>
{
    internal override T Zero => TExact.Zero;

    internal override bool Rectifies => TEpilogue.Rectifies;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Run(LayerTable<T> table, VectorWidth width, bool ordered, ref T x, ref T y, int registers)
    {
        if (ordered)
            Run<TOrdered>(table, width, ref x, ref y, registers);
        else
            Run<TExact>(table, width, ref x, ref y, registers);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void RunPair(LayerTable<T> table, VectorWidth width, ref T x, ref T y, nint other)
    {
        // Layers have panels only where the processor's own min and max, if any, serve for all inputs.
        if (Vector512.IsHardwareAccelerated && width == VectorWidth.Bits512)
            PanelKernel<T, Vector512<T>, Lanes512<T>, TOrdered, TEpilogue>.Run(table, ref x, ref y, other);
        else if (Vector256.IsHardwareAccelerated)
            PanelKernel<T, Vector256<T>, Lanes256<T>, TOrdered, TEpilogue>.Run(table, ref x, ref y, other);
        else
            throw VectorWidths.NotAccelerated(width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void RunItem(LayerTable<T> table, bool ordered, ref T x, ref T y)
    {
        if (!Vector256.IsHardwareAccelerated)
            throw VectorWidths.NotAccelerated(VectorWidth.Bits256);
        if (ordered)
            PackedColumnKernel<T, TOrdered, TEpilogue>.Run(table, ref x, ref y);
        else
            PackedColumnKernel<T, TExact, TEpilogue>.Run(table, ref x, ref y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override unsafe void FinishCounts(LayerTable<T> table, sbyte* counts, float unit, ref T y)
    {
        if (!Vector256.IsHardwareAccelerated)
            throw VectorWidths.NotAccelerated(VectorWidth.Bits256);
        var epilogue = new EpilogueStore<T, Vector256<T>, Lanes256<T>, TEpilogue>(table, TExact.Zero);
        if (table.Tails is not null)
            FinishCounts(
                table,
                new SingleRowStore<T, Vector256<T>, Lanes256<T>, TEpilogue>(table, TExact.Zero, epilogue.KeepsAbsent),
                counts,
                unit,
                ref y
            );
        else
            FinishCounts(table, epilogue, counts, unit, ref y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void FinishCounts<TStore>(LayerTable<T> table, in TStore end, sbyte* counts, float unit, ref T y)
        where TStore : struct, ISumStore<T, Vector256<T>>
    {
        for (var sum = 0; sum < table.Sums.Length; sum++, counts += 32)
            end.Store(Number(counts, unit), Number(counts + 8, unit), Number(counts + 16, unit), Number(counts + 24, unit), sum, ref y);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector256<T> Number(sbyte* counts, float unit) =>
        (Vector256.ConvertToSingle(Widening.Load(counts)) * unit).As<float, T>();

    // The compiler knows which of these widths the target has, and compiles no kernel for the others.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TCorrelation>(LayerTable<T> table, VectorWidth width, ref T x, ref T y, int registers)
        where TCorrelation : struct, ICorrelation<T>
    {
        if (Vector512.IsHardwareAccelerated && width == VectorWidth.Bits512)
            TableKernel<T, Vector512<T>, Lanes512<T>, TCorrelation, TEpilogue>.Run(table, ref x, ref y, registers);
        else if (Vector256.IsHardwareAccelerated && width == VectorWidth.Bits256)
            TableKernel<T, Vector256<T>, Lanes256<T>, TCorrelation, TEpilogue>.Run(table, ref x, ref y, registers);
        else if (Vector128.IsHardwareAccelerated && width == VectorWidth.Bits128)
            TableKernel<T, Vector128<T>, Lanes128<T>, TCorrelation, TEpilogue>.Run(table, ref x, ref y, registers);
        else if (width == VectorWidth.Scalar)
            TableKernel<T, T, LaneOne<T>, TCorrelation, TEpilogue>.Run(table, ref x, ref y, registers);
        else
            throw VectorWidths.NotAccelerated(width);
    }
}
