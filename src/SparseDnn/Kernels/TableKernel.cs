using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SparseDnn.Kernels;

/// <summary>Marks a layer whose edges all have one weight.</summary>
internal readonly struct ConstantWeight;

/// <summary>Marks a layer with a weight for every edge.</summary>
internal readonly struct EdgeWeights;

/// <summary>Marks sums whose terms are added as they are.</summary>
internal readonly struct UnitWeight;

/// <summary>The table-driven loop: any layer, any width; several sums and registers in flight to hide the latency of ⊗ and ⊕.</summary>
/// <remarks>
/// Every sum's terms are added one after another in list order, whatever the blocking, so blocking never changes a
/// bit. The bodies differ only in how many sums and registers of items they keep in flight.
/// </remarks>
internal static class TableKernel<T, TVector, TLanes, TCorrelation, TStep>
    where T : unmanaged
    where TVector : struct
    where TLanes : struct, ILanes<T, TVector>
    where TCorrelation : struct, ICorrelation<T>
    where TStep : struct, ISelectStep<T>
{
    /// <summary>Computes a layer for some registers of items.</summary>
    /// <param name="table">The layer.</param>
    /// <param name="x">Inputs, neuron-major with the tile's stride.</param>
    /// <param name="y">Outputs, likewise; does not overlap the inputs.</param>
    /// <param name="registers">Registers of items to compute, from the first on.</param>
    public static void Run(LayerTable<T> table, ref T x, ref T y, int registers)
    {
        if (table.AddsOnly) Run<UnitWeight>(table, ref x, ref y, registers);
        else if (table.HasConstantWeight) Run<ConstantWeight>(table, ref x, ref y, registers);
        else Run<EdgeWeights>(table, ref x, ref y, registers);
    }

    private static void Run<TWeights>(LayerTable<T> table, ref T x, ref T y, int registers)
        where TWeights : struct
    {
        var epilogue = new Epilogue<T, TVector, TLanes, TStep>(table, TCorrelation.Zero);
        while (registers > 0)
        {
            var step = registers >= 4 ? 4 : registers >= 2 ? 2 : 1;
            foreach (var group in table.PartialGroups) Group<UnitWeight, PartialEnd<T, TVector, TLanes>>(table, table.Partials, group, default, ref x, ref x, step);
            foreach (var group in table.Groups) Group<TWeights, Epilogue<T, TVector, TLanes, TStep>>(table, table.Sums, group, epilogue, ref x, ref y, step);
            x = ref Unsafe.Add(ref x, step * TLanes.Count);
            y = ref Unsafe.Add(ref y, step * TLanes.Count);
            registers -= step;
        }
    }

    private static void Group<TWeights, TEnd>(LayerTable<T> table, TableSum[] sums, DegreeGroup group, in TEnd end, ref T x, ref T y, int registers)
        where TWeights : struct
        where TEnd : struct, ISumEnd<T, TVector>
    {
        var done = registers switch
        {
            4 => TwoByFour<TWeights, TEnd>(table, sums, group, end, ref x, ref y),
            2 => FourByTwo<TWeights, TEnd>(table, sums, group, end, ref x, ref y),
            _ => FourByOne<TWeights, TEnd>(table, sums, group, end, ref x, ref y),
        };
        for (; done < group.Count; done++)
            One<TWeights, TEnd>(table, sums[group.First + done], group.Degree, end, ref x, ref y, registers);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int TwoByFour<TWeights, TEnd>(LayerTable<T> table, TableSum[] all, DegreeGroup group, in TEnd end, ref T x, ref T y)
        where TWeights : struct
        where TEnd : struct, ISumEnd<T, TVector>
    {
        var done = 0;
        for (; done + 2 <= group.Count; done += 2)
        {
            ref var sums = ref all[group.First + done];
            var a = sums;
            var b = Unsafe.Add(ref sums, 1);
            ref var listA = ref List(table, a);
            ref var listB = ref List(table, b);
            ref var weightsA = ref Weights(table, a);
            ref var weightsB = ref Weights(table, b);
            var wa = TLanes.Broadcast(weightsA);
            var wb = wa;
            var zero = TLanes.Broadcast(TCorrelation.Zero);
            TVector a0 = zero, a1 = zero, a2 = zero, a3 = zero;
            TVector b0 = zero, b1 = zero, b2 = zero, b3 = zero;
            for (nint k = 0; k < group.Degree; k++)
            {
                if (typeof(TWeights) == typeof(EdgeWeights))
                {
                    wa = TLanes.Broadcast(Unsafe.Add(ref weightsA, k));
                    wb = TLanes.Broadcast(Unsafe.Add(ref weightsB, k));
                }

                ref var xa = ref Unsafe.AddByteOffset(ref x, (nint)Unsafe.Add(ref listA, k));
                ref var xb = ref Unsafe.AddByteOffset(ref x, (nint)Unsafe.Add(ref listB, k));
                a0 = Accumulate<TWeights>(a0, wa, ref xa, 0);
                a1 = Accumulate<TWeights>(a1, wa, ref xa, 1);
                a2 = Accumulate<TWeights>(a2, wa, ref xa, 2);
                a3 = Accumulate<TWeights>(a3, wa, ref xa, 3);
                b0 = Accumulate<TWeights>(b0, wb, ref xb, 0);
                b1 = Accumulate<TWeights>(b1, wb, ref xb, 1);
                b2 = Accumulate<TWeights>(b2, wb, ref xb, 2);
                b3 = Accumulate<TWeights>(b3, wb, ref xb, 3);
            }

            ref var y2 = ref Unsafe.Add(ref y, 2 * TLanes.Count);
            end.Store(a0, a1, a, ref y);
            end.Store(a2, a3, a, ref y2);
            end.Store(b0, b1, b, ref y);
            end.Store(b2, b3, b, ref y2);
        }

        return done;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int FourByTwo<TWeights, TEnd>(LayerTable<T> table, TableSum[] all, DegreeGroup group, in TEnd end, ref T x, ref T y)
        where TWeights : struct
        where TEnd : struct, ISumEnd<T, TVector>
    {
        var done = 0;
        for (; done + 4 <= group.Count; done += 4)
        {
            ref var sums = ref all[group.First + done];
            TableSum a = sums, b = Unsafe.Add(ref sums, 1), c = Unsafe.Add(ref sums, 2), d = Unsafe.Add(ref sums, 3);
            ref var listA = ref List(table, a);
            ref var listB = ref List(table, b);
            ref var listC = ref List(table, c);
            ref var listD = ref List(table, d);
            ref var weightsA = ref Weights(table, a);
            ref var weightsB = ref Weights(table, b);
            ref var weightsC = ref Weights(table, c);
            ref var weightsD = ref Weights(table, d);
            var constant = TLanes.Broadcast(weightsA);
            var zero = TLanes.Broadcast(TCorrelation.Zero);
            TVector a0 = zero, a1 = zero, b0 = zero, b1 = zero;
            TVector c0 = zero, c1 = zero, d0 = zero, d1 = zero;
            for (nint k = 0; k < group.Degree; k++)
            {
                ref var xa = ref Unsafe.AddByteOffset(ref x, (nint)Unsafe.Add(ref listA, k));
                var weight = Weight<TWeights>(constant, ref weightsA, k);
                a0 = Accumulate<TWeights>(a0, weight, ref xa, 0);
                a1 = Accumulate<TWeights>(a1, weight, ref xa, 1);
                ref var xb = ref Unsafe.AddByteOffset(ref x, (nint)Unsafe.Add(ref listB, k));
                weight = Weight<TWeights>(constant, ref weightsB, k);
                b0 = Accumulate<TWeights>(b0, weight, ref xb, 0);
                b1 = Accumulate<TWeights>(b1, weight, ref xb, 1);
                ref var xc = ref Unsafe.AddByteOffset(ref x, (nint)Unsafe.Add(ref listC, k));
                weight = Weight<TWeights>(constant, ref weightsC, k);
                c0 = Accumulate<TWeights>(c0, weight, ref xc, 0);
                c1 = Accumulate<TWeights>(c1, weight, ref xc, 1);
                ref var xd = ref Unsafe.AddByteOffset(ref x, (nint)Unsafe.Add(ref listD, k));
                weight = Weight<TWeights>(constant, ref weightsD, k);
                d0 = Accumulate<TWeights>(d0, weight, ref xd, 0);
                d1 = Accumulate<TWeights>(d1, weight, ref xd, 1);
            }

            end.Store(a0, a1, a, ref y);
            end.Store(b0, b1, b, ref y);
            end.Store(c0, c1, c, ref y);
            end.Store(d0, d1, d, ref y);
        }

        return done;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int FourByOne<TWeights, TEnd>(LayerTable<T> table, TableSum[] all, DegreeGroup group, in TEnd end, ref T x, ref T y)
        where TWeights : struct
        where TEnd : struct, ISumEnd<T, TVector>
    {
        var done = 0;
        for (; done + 4 <= group.Count; done += 4)
        {
            ref var sums = ref all[group.First + done];
            TableSum a = sums, b = Unsafe.Add(ref sums, 1), c = Unsafe.Add(ref sums, 2), d = Unsafe.Add(ref sums, 3);
            ref var listA = ref List(table, a);
            ref var listB = ref List(table, b);
            ref var listC = ref List(table, c);
            ref var listD = ref List(table, d);
            ref var weightsA = ref Weights(table, a);
            ref var weightsB = ref Weights(table, b);
            ref var weightsC = ref Weights(table, c);
            ref var weightsD = ref Weights(table, d);
            var constant = TLanes.Broadcast(weightsA);
            var zero = TLanes.Broadcast(TCorrelation.Zero);
            TVector a0 = zero, b0 = zero, c0 = zero, d0 = zero;
            for (nint k = 0; k < group.Degree; k++)
            {
                a0 = Accumulate<TWeights>(a0, Weight<TWeights>(constant, ref weightsA, k), ref Unsafe.AddByteOffset(ref x, (nint)Unsafe.Add(ref listA, k)), 0);
                b0 = Accumulate<TWeights>(b0, Weight<TWeights>(constant, ref weightsB, k), ref Unsafe.AddByteOffset(ref x, (nint)Unsafe.Add(ref listB, k)), 0);
                c0 = Accumulate<TWeights>(c0, Weight<TWeights>(constant, ref weightsC, k), ref Unsafe.AddByteOffset(ref x, (nint)Unsafe.Add(ref listC, k)), 0);
                d0 = Accumulate<TWeights>(d0, Weight<TWeights>(constant, ref weightsD, k), ref Unsafe.AddByteOffset(ref x, (nint)Unsafe.Add(ref listD, k)), 0);
            }

            end.Store(a0, a, ref y);
            end.Store(b0, b, ref y);
            end.Store(c0, c, ref y);
            end.Store(d0, d, ref y);
        }

        return done;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One<TWeights, TEnd>(LayerTable<T> table, TableSum sum, int degree, in TEnd end, ref T x, ref T y, int registers)
        where TWeights : struct
        where TEnd : struct, ISumEnd<T, TVector>
    {
        ref var list = ref List(table, sum);
        ref var weights = ref Weights(table, sum);
        var constant = TLanes.Broadcast(weights);
        for (var register = 0; register < registers; register++)
        {
            var value = TLanes.Broadcast(TCorrelation.Zero);
            for (nint k = 0; k < degree; k++)
                value = Accumulate<TWeights>(value, Weight<TWeights>(constant, ref weights, k), ref Unsafe.AddByteOffset(ref x, (nint)Unsafe.Add(ref list, k)), register);
            end.Store(value, sum, ref Unsafe.Add(ref y, register * TLanes.Count));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Accumulate<TWeights>(TVector sum, TVector weight, ref T x, int register) =>
        typeof(TWeights) == typeof(UnitWeight)
            ? TLanes.Add(sum, TLanes.Load(ref Unsafe.Add(ref x, register * TLanes.Count)))
            : TCorrelation.Accumulate<TVector, TLanes>(sum, weight, TLanes.Load(ref Unsafe.Add(ref x, register * TLanes.Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Weight<TWeights>(TVector constant, ref T weights, nint edge) =>
        typeof(TWeights) != typeof(EdgeWeights) ? constant : TLanes.Broadcast(Unsafe.Add(ref weights, edge));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref int List(LayerTable<T> table, TableSum sum) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(TLanes.Count == 1 ? table.ItemOffsets : table.TileOffsets), sum.List);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T Weights(LayerTable<T> table, TableSum sum) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(table.Weights), sum.Weight);
}
