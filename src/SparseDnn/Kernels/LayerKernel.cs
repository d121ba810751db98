using System;
using System.ComponentModel;
using SparseDnn.Layouts;

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

    /// <summary>The kernel of a pair of semirings that only the run knows.</summary>
    /// <param name="correlate">Over which the edges are summed.</param>
    /// <param name="select">Over which bias and activation act; null for linear layers.</param>
    /// <param name="summation">Whether plus-times fuses product and sum.</param>
    /// <exception cref="ArgumentException">A semiring is bound to another element type.</exception>
    /// <remarks>
    /// A kernel for each pair would be the product of all semirings with themselves, at every width, in each program compiled ahead of
    /// time.
    /// So a pair has a kernel of its own only where it is that of a ReLU network; others sum first, then select in a pass over the tile.
    /// </remarks>
    internal static LayerKernel<T> Of(SemiringBinding correlate, SemiringBinding? select, Summation summation)
    {
        var sums = Typed(correlate, nameof(correlate));
        if (select is null)
            return sums.Linear(summation);
        var step = Typed(select, nameof(select));
        return (step.Rectifies ? sums.Rectified(summation) : null) ?? new TwoPassKernel<T>(sums.Linear(summation), step.Pass);
    }

    internal abstract void Run(LayerTable<T> table, VectorWidth width, bool ordered, ref T x, ref T y, int registers);

    /// <summary>Computes a layer for two tiles.</summary>
    /// <param name="table">A layer that has panels.</param>
    /// <param name="width">256 or 512 bits.</param>
    /// <param name="x">Inputs of the first tile.</param>
    /// <param name="y">Outputs of the first tile.</param>
    /// <param name="other">Elements from the first tile to the second.</param>
    internal abstract void RunPair(LayerTable<T> table, VectorWidth width, ref T x, ref T y, nint other);

    /// <summary>Computes one item from packed columns, which the layer has.</summary>
    internal abstract void RunItem(LayerTable<T> table, bool ordered, ref T x, ref T y);

    /// <summary>Finishes sums that were counted in bytes, 32 items at once, for floats.</summary>
    /// <param name="table">The layer.</param>
    /// <param name="counts">32 counts a sum, sum after sum.</param>
    /// <param name="unit">What a count of 1 stands for.</param>
    /// <param name="y">Outputs.</param>
    internal abstract unsafe void FinishCounts(LayerTable<T> table, sbyte* counts, float unit, ref T y);

    private static SemiringBinding<T> Typed(SemiringBinding binding, string parameter) =>
        binding as SemiringBinding<T> ?? throw new ArgumentException($"The semiring is not one of {typeof(T).Name}.", parameter);
}
