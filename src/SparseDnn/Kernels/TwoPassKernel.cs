using System.Runtime.CompilerServices;
using SparseDnn.Lanes;
using SparseDnn.Layouts;

namespace SparseDnn.Kernels;

/// <summary>
/// A layer's sums by one kernel, then its epilogue in a pass of its own: for pairs of semirings that only the run knows.
/// </summary>
/// <param name="sums">The kernel of the linear layer.</param>
/// <param name="pass">The epilogue.</param>
/// <remarks>
/// The bits of a kernel of both, since an epilogue acts on each finished sum alone; slower by one more visit to the tile, which lies in
/// the
/// cache.
/// </remarks>
internal sealed class TwoPassKernel<T>(LayerKernel<T> sums, EpiloguePass<T> pass) : LayerKernel<T>
    where T : unmanaged
{
    private const int Items = 32; // of floats in a tile, which counts in bytes fill

    internal override T Zero => sums.Zero;

    internal override bool Rectifies => false;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void Run(LayerTable<T> table, VectorWidth width, bool ordered, ref T x, ref T y, int registers)
    {
        sums.Run(table, width, ordered, ref x, ref y, registers);
        pass.Run(table, Zero, width, ref y, registers);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void RunPair(LayerTable<T> table, VectorWidth width, ref T x, ref T y, nint other)
    {
        sums.RunPair(table, width, ref x, ref y, other);
        var registers = VectorWidths.LanesPerTile<T>(width) / VectorWidths.LanesPerRegister<T>(width);
        pass.Run(table, Zero, width, ref y, registers);
        pass.Run(table, Zero, width, ref Unsafe.Add(ref y, other), registers);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override void RunItem(LayerTable<T> table, bool ordered, ref T x, ref T y)
    {
        sums.RunItem(table, ordered, ref x, ref y);
        pass.Run(table, Zero, VectorWidth.Scalar, ref y, 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal override unsafe void FinishCounts(LayerTable<T> table, sbyte* counts, float unit, ref T y)
    {
        sums.FinishCounts(table, counts, unit, ref y);
        pass.Run(table, Zero, VectorWidth.Bits256, ref y, Items / VectorWidths.LanesPerRegister<T>(VectorWidth.Bits256));
    }
}
