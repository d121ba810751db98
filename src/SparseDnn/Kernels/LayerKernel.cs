using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SparseDnn.Kernels;

/// <summary>The table-driven kernel of layers over one pair of semirings, at every register width.</summary>
/// <typeparam name="T">Element type of the kernels.</typeparam>
/// <remarks>Made by generated code and by the run-time executor; not meant for use by hand.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class LayerKernel<T>
    where T : unmanaged
{
    private protected LayerKernel() { }

    /// <summary>Zero of the correlate semiring: the value of absent entries.</summary>
    internal abstract T Zero { get; }

    /// <summary>Whether what follows the sums is + bias, then max(·, 0).</summary>
    internal abstract bool Rectifies { get; }

    /// <summary>The kernel of a pair of semirings.</summary>
    /// <param name="correlate">Over which the edges are summed.</param>
    /// <param name="select">Over which bias and activation act; null for linear layers.</param>
    /// <param name="summation">Whether plus-times fuses product and sum.</param>
    /// <exception cref="ArgumentException">A semiring is bound to another element type.</exception>
    public static LayerKernel<T> Of(SemiringBinding correlate, SemiringBinding? select, Summation summation) =>
        Typed(correlate, nameof(correlate)).Correlate(select is null ? null : Typed(select, nameof(select)), summation);

    internal abstract void Run(LayerTable<T> table, VectorWidth width, bool ordered, ref T x, ref T y, int registers);

    /// <summary>Computes a layer for two tiles.</summary>
    /// <param name="table">The layer.</param>
    /// <param name="panels">Its panels.</param>
    /// <param name="width">256 or 512 bits.</param>
    /// <param name="x">Inputs of the first tile.</param>
    /// <param name="y">Outputs of the first tile.</param>
    /// <param name="other">Elements from the first tile to the second.</param>
    internal abstract void RunPair(LayerTable<T> table, PanelTable<T> panels, VectorWidth width, ref T x, ref T y, nint other);

    /// <summary>Computes one item from packed columns.</summary>
    internal abstract void RunItem(LayerTable<T> table, PackedColumns<T> columns, bool ordered, ref T x, ref T y);

    /// <summary>Finishes sums that were counted in bytes, 32 items at once, for floats.</summary>
    /// <param name="table">The layer.</param>
    /// <param name="counts">32 counts a sum, sum after sum.</param>
    /// <param name="unit">What a count of 1 stands for.</param>
    /// <param name="y">Outputs.</param>
    internal abstract unsafe void FinishCounts(LayerTable<T> table, sbyte* counts, float unit, ref T y);

    private static SemiringBinding<T> Typed(SemiringBinding binding, string parameter) =>
        binding as SemiringBinding<T> ?? throw new ArgumentException($"The semiring is not one of {typeof(T).Name}.", parameter);
}

/// <summary>From a register width known at run time to the kernel specialised on it.</summary>
internal sealed class LayerKernel<T, TExact, TOrdered, TStep> : LayerKernel<T>
    where T : unmanaged, IBinaryNumber<T>
    where TExact : struct, ICorrelation<T>
    where TOrdered : struct, ICorrelation<T>
    where TStep : struct, ISelectStep<T>
{
    internal override T Zero => TExact.Zero;

    internal override bool Rectifies => typeof(TStep) == typeof(RectifyStep<T>);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Run(LayerTable<T> table, VectorWidth width, bool ordered, ref T x, ref T y, int registers)
    {
        if (ordered)
            Run<TOrdered>(table, width, ref x, ref y, registers);
        else
            Run<TExact>(table, width, ref x, ref y, registers);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void RunPair(LayerTable<T> table, PanelTable<T> panels, VectorWidth width, ref T x, ref T y, nint other)
    {
        // Layers have panels only where the processor's own min and max, if any, serve for all inputs.
        if (width == VectorWidth.Bits512)
            PanelKernel<T, Vector512<T>, Lanes512<T>, TOrdered, TStep>.Run(table, panels, ref x, ref y, other);
        else
            PanelKernel<T, Vector256<T>, Lanes256<T>, TOrdered, TStep>.Run(table, panels, ref x, ref y, other);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void RunItem(LayerTable<T> table, PackedColumns<T> columns, bool ordered, ref T x, ref T y)
    {
        if (ordered)
            PackedColumnKernel<T, TOrdered, TStep>.Run(table, columns, ref x, ref y);
        else
            PackedColumnKernel<T, TExact, TStep>.Run(table, columns, ref x, ref y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override unsafe void FinishCounts(LayerTable<T> table, sbyte* counts, float unit, ref T y)
    {
        var epilogue = new Epilogue<T, Vector256<T>, Lanes256<T>, TStep>(table, TExact.Zero);
        if (table.Tails is not null)
            FinishCounts(
                table,
                new SingleEnd<T, Vector256<T>, Lanes256<T>, TStep>(table, TExact.Zero, epilogue.KeepsAbsent),
                counts,
                unit,
                ref y
            );
        else
            FinishCounts(table, epilogue, counts, unit, ref y);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static unsafe void FinishCounts<TEnd>(LayerTable<T> table, in TEnd end, sbyte* counts, float unit, ref T y)
        where TEnd : struct, ISumEnd<T, Vector256<T>>
    {
        for (var sum = 0; sum < table.Sums.Length; sum++, counts += 32)
            end.Store(Number(counts, unit), Number(counts + 8, unit), Number(counts + 16, unit), Number(counts + 24, unit), sum, ref y);
    }

    private static unsafe Vector256<T> Number(sbyte* counts, float unit) =>
        (Vector256.ConvertToSingle(Avx2.ConvertToVector256Int32(counts)) * unit).As<float, T>();

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TCorrelation>(LayerTable<T> table, VectorWidth width, ref T x, ref T y, int registers)
        where TCorrelation : struct, ICorrelation<T>
    {
        switch (width)
        {
            case VectorWidth.Bits256:
                TableKernel<T, Vector256<T>, Lanes256<T>, TCorrelation, TStep>.Run(table, ref x, ref y, registers);
                break;
            case VectorWidth.Bits512:
                TableKernel<T, Vector512<T>, Lanes512<T>, TCorrelation, TStep>.Run(table, ref x, ref y, registers);
                break;
            case VectorWidth.Bits128:
                TableKernel<T, Vector128<T>, Lanes128<T>, TCorrelation, TStep>.Run(table, ref x, ref y, registers);
                break;
            default:
                TableKernel<T, T, LaneOne<T>, TCorrelation, TStep>.Run(table, ref x, ref y, registers);
                break;
        }
    }
}
