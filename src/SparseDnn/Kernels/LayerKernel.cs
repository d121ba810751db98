using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.Intrinsics;

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

    /// <summary>The kernel of a pair of semirings.</summary>
    /// <param name="correlate">Over which the edges are summed.</param>
    /// <param name="select">Over which bias and activation act; null for linear layers.</param>
    /// <param name="summation">Whether plus-times fuses product and sum.</param>
    /// <exception cref="ArgumentException">A semiring is bound to another element type.</exception>
    public static LayerKernel<T> Of(SemiringBinding correlate, SemiringBinding? select, Summation summation) =>
        Typed(correlate, nameof(correlate)).Correlate(select is null ? null : Typed(select, nameof(select)), summation);

    internal abstract void Run(LayerTable<T> table, VectorWidth width, bool ordered, ref T x, ref T y, int registers);

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

    internal override void Run(LayerTable<T> table, VectorWidth width, bool ordered, ref T x, ref T y, int registers)
    {
        if (ordered) Run<TOrdered>(table, width, ref x, ref y, registers);
        else Run<TExact>(table, width, ref x, ref y, registers);
    }

    private static void Run<TCorrelation>(LayerTable<T> table, VectorWidth width, ref T x, ref T y, int registers)
        where TCorrelation : struct, ICorrelation<T>
    {
        switch (width)
        {
            case VectorWidth.Bits256: TableKernel<T, Vector256<T>, Lanes256<T>, TCorrelation, TStep>.Run(table, ref x, ref y, registers); break;
            case VectorWidth.Bits512: TableKernel<T, Vector512<T>, Lanes512<T>, TCorrelation, TStep>.Run(table, ref x, ref y, registers); break;
            case VectorWidth.Bits128: TableKernel<T, Vector128<T>, Lanes128<T>, TCorrelation, TStep>.Run(table, ref x, ref y, registers); break;
            default: TableKernel<T, T, LaneOne<T>, TCorrelation, TStep>.Run(table, ref x, ref y, registers); break;
        }
    }
}
