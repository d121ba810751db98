using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SparseDnn.Kernels.Stores;
using SparseDnn.Lanes;
using SparseDnn.Layouts;
using SparseDnn.Operations;

namespace SparseDnn.Kernels;

/// <summary>The epilogue of a layer over sums that already stand in the rows of its outputs.</summary>
/// <typeparam name="T">Element type of the kernels.</typeparam>
internal abstract class EpiloguePass<T>
    where T : unmanaged
{
    /// <summary>Finishes every row of a tile.</summary>
    /// <param name="table">The layer.</param>
    /// <param name="zero">Zero of the semiring that the sums are over.</param>
    /// <param name="width">Register width of the tile.</param>
    /// <param name="y">In and out: the rows, neuron-major.</param>
    /// <param name="registers">Registers of items, from the first on.</param>
    public abstract void Run(LayerTable<T> table, T zero, VectorWidth width, ref T y, int registers);
}

/// <summary>From a register width known at run time to the pass specialised on it.</summary>
internal sealed class EpiloguePass<T, TEpilogue> : EpiloguePass<T>
    where T : unmanaged, IBinaryNumber<T>
    where TEpilogue : struct, IEpilogue<T>
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Run(LayerTable<T> table, T zero, VectorWidth width, ref T y, int registers)
    {
        if (Vector512.IsHardwareAccelerated && width == VectorWidth.Bits512)
            Run<Vector512<T>, Lanes512<T>>(table, zero, ref y, registers);
        else if (Vector256.IsHardwareAccelerated && width == VectorWidth.Bits256)
            Run<Vector256<T>, Lanes256<T>>(table, zero, ref y, registers);
        else if (Vector128.IsHardwareAccelerated && width == VectorWidth.Bits128)
            Run<Vector128<T>, Lanes128<T>>(table, zero, ref y, registers);
        else if (width == VectorWidth.Scalar)
            Run<T, LaneOne<T>>(table, zero, ref y, registers);
        else
            throw VectorWidths.NotAccelerated(width);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TVector, TLanes>(LayerTable<T> table, T zero, ref T y, int registers)
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector>
    {
        var keepsAbsent = new EpilogueStore<T, TVector, TLanes, TEpilogue>(table, zero).KeepsAbsent;
        TVector absentSum = TLanes.Broadcast(zero),
            absent = TLanes.Broadcast(table.Activates ? TEpilogue.One : zero),
            ceiling = TLanes.Broadcast(table.Ceiling);
        for (var row = 0; row < table.Outputs; row++)
        {
            var bias = TLanes.Broadcast(table.Biases[row]);
            ref var lanes = ref Unsafe.Add(ref y, (nint)row * TLanes.Stride);
            for (var register = 0; register < registers; register++, lanes = ref Unsafe.Add(ref lanes, TLanes.Count))
            {
                var sum = TLanes.Load(ref lanes);
                var value = table.HasBias ? TEpilogue.Bias<TVector, TLanes>(sum, bias) : sum;
                if (table.Activates)
                    value = TEpilogue.Activate<TVector, TLanes>(value);
                if (keepsAbsent)
                    value = TLanes.WhereEqual(sum, absentSum, absent, value);
                if (table.HasCeiling)
                    value = TLanes.Lesser(ceiling, value);
                TLanes.Store(value, ref lanes);
            }
        }
    }
}
