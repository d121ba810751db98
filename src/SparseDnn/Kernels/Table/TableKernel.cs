using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SparseDnn.Elements;
using SparseDnn.Kernels.Blocks;
using SparseDnn.Kernels.Stores;
using SparseDnn.Kernels.Terms;
using SparseDnn.Lanes;
using SparseDnn.Layouts;
using SparseDnn.Operations;

namespace SparseDnn.Kernels.Table;

/// <summary>The table-driven loop: any layer, any width; several sums and registers in flight to hide the latency of ⊗ and ⊕.</summary>
/// <remarks>
/// Every sum's terms are added one after another in list order, whatever the blocking, so blocking never changes a
/// bit. The bodies differ only in how many sums and registers of items they keep in flight. Runs come by length: sums side by
/// side go on together as far as the shortest, and the others have at most a few terms left.
/// </remarks>
internal abstract class TableKernel<T, TVector, TLanes, TCorrelation, TEpilogue> : RunTerms<T, TVector, TLanes, TCorrelation>
    where T : unmanaged
    where TVector : struct
    where TLanes : struct, ILanes<T, TVector>
    where TCorrelation : struct, ICorrelation<T>
    where TEpilogue : struct, IEpilogue<T>
{
    /// <summary>Computes a layer for some registers of items.</summary>
    /// <param name="table">The layer.</param>
    /// <param name="x">Inputs, neuron-major with the tile's stride; shared sums are written behind them.</param>
    /// <param name="y">Outputs, likewise; does not overlap the inputs.</param>
    /// <param name="registers">Registers of items to compute, from the first on.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run(LayerTable<T> table, ref T x, ref T y, int registers)
    {
        if (table.AddsOnly)
            Run<UnitWeight>(table, ref x, ref y, registers);
        else if (table.HasConstantWeight)
            Run<ConstantWeight>(table, ref x, ref y, registers);
        else
            StoredWeights.Run<T, OverEdges>(table, ref x, ref y, registers);
    }

    private readonly struct OverEdges : IStoredKernel<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Run<TWeight>(LayerTable<T> table, ref T x, ref T y, nint argument)
            where TWeight : struct, IStoredWeight =>
            TableKernel<T, TVector, TLanes, TCorrelation, TEpilogue>.Run<EdgeWeights<TWeight>>(table, ref x, ref y, (int)argument);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TWeights>(LayerTable<T> table, ref T x, ref T y, int registers)
        where TWeights : struct, ITermWeights
    {
        var epilogue = new EpilogueStore<T, TVector, TLanes, TEpilogue>(table, TCorrelation.Zero);
        if (table.Tails is not null)
            Run<TWeights, SingleRowStore<T, TVector, TLanes, TEpilogue>>(
                table,
                new(table, TCorrelation.Zero, epilogue.KeepsAbsent),
                ref x,
                ref y,
                registers
            );
        else
            Run<TWeights, EpilogueStore<T, TVector, TLanes, TEpilogue>>(table, epilogue, ref x, ref y, registers);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TWeights, TStore>(LayerTable<T> table, in TStore end, ref T x, ref T y, int registers)
        where TWeights : struct, ITermWeights
        where TStore : struct, ISumStore<T, TVector>
    {
        var lists = TLanes.Count == 1 ? table.Item : table.Tile;
        while (registers > 0)
        {
            var step = registers switch
            {
                >= 4 => 4,
                >= 2 => 2,
                _ => 1,
            };
            foreach (var runs in lists.Partials)
                Group<UnitWeight, PartialSumStore<T, TVector, TLanes>>(lists, runs, default, ref x, ref x, step);
            if (lists.Blocks.Length > 0)
                Blocks<TWeights, TStore>(lists, end, ref x, ref y, step);
            Group<TWeights, TStore>(lists, lists.Sums, end, ref x, ref y, step);
            x = ref Unsafe.Add(ref x, step * TLanes.Count);
            y = ref Unsafe.Add(ref y, step * TLanes.Count);
            registers -= step;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Group<TWeights, TStore>(RunTable<T> lists, SumRun[] runs, in TStore end, ref T x, ref T y, int registers)
        where TWeights : struct, ITermWeights
        where TStore : struct, ISumStore<T, TVector>
    {
        switch (registers)
        {
            case 4:
                TwoByFour<TWeights, TStore>(lists, runs, end, ref x, ref y);
                break;
            case 2:
                FourByTwo<TWeights, TStore>(lists, runs, end, ref x, ref y);
                break;
            default:
                FourByOne<TWeights, TStore>(lists, runs, end, ref x, ref y);
                break;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Blocks<TWeights, TStore>(RunTable<T> lists, in TStore end, ref T x, ref T y, int registers)
        where TWeights : struct, ITermWeights
        where TStore : struct, ISumStore<T, TVector>
    {
        if (registers == 1)
            FourByOne<TWeights, TStore>(lists, lists.Blocks, end, ref x, ref y);
        else
            BlockKernel<T, TVector, TLanes, TCorrelation>.Run<TWeights, TStore>(lists, end, ref x, ref y, registers);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TwoByFour<TWeights, TStore>(RunTable<T> lists, SumRun[] runs, in TStore end, ref T x, ref T y)
        where TWeights : struct, ITermWeights
        where TStore : struct, ISumStore<T, TVector>
    {
        var constant = TLanes.Broadcast(OwnWeight.Load<T>(ref lists.Weights[0], 0));
        var zero = TLanes.Broadcast(TCorrelation.Zero);
        ref var first = ref MemoryMarshal.GetArrayDataReference(runs);
        for (nint i = 0; i < runs.Length; i += 2)
        {
            var a = Unsafe.Add(ref first, i);
            // An odd one out takes the place of a pair whose first half is empty.
            var b = i + 1 < runs.Length ? Unsafe.Add(ref first, i + 1) : a;
            var isPair = i + 1 < runs.Length;
            ref var listA = ref List(lists, a);
            ref var listB = ref List(lists, b);
            ref var weightsA = ref Weights<TWeights>(lists, a);
            ref var weightsB = ref Weights<TWeights>(lists, b);
            TVector a0 = zero,
                a1 = zero,
                a2 = zero,
                a3 = zero;
            TVector b0 = zero,
                b1 = zero,
                b2 = zero,
                b3 = zero;
            nint k = 0;
            if (isPair)
            {
                for (; k < a.Count; k++)
                {
                    ref var xa = ref Input(ref x, ref listA, k);
                    ref var xb = ref Input(ref x, ref listB, k);
                    var wa = Weight<TWeights>(constant, ref weightsA, k);
                    a0 = Accumulate<TWeights>(a0, wa, ref xa, 0);
                    a1 = Accumulate<TWeights>(a1, wa, ref xa, 1);
                    a2 = Accumulate<TWeights>(a2, wa, ref xa, 2);
                    a3 = Accumulate<TWeights>(a3, wa, ref xa, 3);
                    var wb = Weight<TWeights>(constant, ref weightsB, k);
                    b0 = Accumulate<TWeights>(b0, wb, ref xb, 0);
                    b1 = Accumulate<TWeights>(b1, wb, ref xb, 1);
                    b2 = Accumulate<TWeights>(b2, wb, ref xb, 2);
                    b3 = Accumulate<TWeights>(b3, wb, ref xb, 3);
                }
            }

            for (; k < b.Count; k++)
            {
                ref var xb = ref Input(ref x, ref listB, k);
                var wb = Weight<TWeights>(constant, ref weightsB, k);
                b0 = Accumulate<TWeights>(b0, wb, ref xb, 0);
                b1 = Accumulate<TWeights>(b1, wb, ref xb, 1);
                b2 = Accumulate<TWeights>(b2, wb, ref xb, 2);
                b3 = Accumulate<TWeights>(b3, wb, ref xb, 3);
            }

            if (isPair)
                end.Store(a0, a1, a2, a3, a.Sum, ref y);
            end.Store(b0, b1, b2, b3, b.Sum, ref y);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourByTwo<TWeights, TStore>(RunTable<T> lists, SumRun[] runs, in TStore end, ref T x, ref T y)
        where TWeights : struct, ITermWeights
        where TStore : struct, ISumStore<T, TVector>
    {
        var constant = TLanes.Broadcast(OwnWeight.Load<T>(ref lists.Weights[0], 0));
        var zero = TLanes.Broadcast(TCorrelation.Zero);
        var done = 0;
        for (; done + 4 <= runs.Length; done += 4)
        {
            SumRun a = runs[done],
                b = runs[done + 1],
                c = runs[done + 2],
                d = runs[done + 3];
            ref var listA = ref List(lists, a);
            ref var listB = ref List(lists, b);
            ref var listC = ref List(lists, c);
            ref var listD = ref List(lists, d);
            ref var weightsA = ref Weights<TWeights>(lists, a);
            ref var weightsB = ref Weights<TWeights>(lists, b);
            ref var weightsC = ref Weights<TWeights>(lists, c);
            ref var weightsD = ref Weights<TWeights>(lists, d);
            TVector a0 = zero,
                a1 = zero,
                b0 = zero,
                b1 = zero;
            TVector c0 = zero,
                c1 = zero,
                d0 = zero,
                d1 = zero;
            nint k = 0;
            for (; k < a.Count; k++)
            {
                ref var xa = ref Input(ref x, ref listA, k);
                var weight = Weight<TWeights>(constant, ref weightsA, k);
                a0 = Accumulate<TWeights>(a0, weight, ref xa, 0);
                a1 = Accumulate<TWeights>(a1, weight, ref xa, 1);
                ref var xb = ref Input(ref x, ref listB, k);
                weight = Weight<TWeights>(constant, ref weightsB, k);
                b0 = Accumulate<TWeights>(b0, weight, ref xb, 0);
                b1 = Accumulate<TWeights>(b1, weight, ref xb, 1);
                ref var xc = ref Input(ref x, ref listC, k);
                weight = Weight<TWeights>(constant, ref weightsC, k);
                c0 = Accumulate<TWeights>(c0, weight, ref xc, 0);
                c1 = Accumulate<TWeights>(c1, weight, ref xc, 1);
                ref var xd = ref Input(ref x, ref listD, k);
                weight = Weight<TWeights>(constant, ref weightsD, k);
                d0 = Accumulate<TWeights>(d0, weight, ref xd, 0);
                d1 = Accumulate<TWeights>(d1, weight, ref xd, 1);
            }

            for (var i = k; i < b.Count; i++)
            {
                ref var input = ref Input(ref x, ref listB, i);
                var weight = Weight<TWeights>(constant, ref weightsB, i);
                b0 = Accumulate<TWeights>(b0, weight, ref input, 0);
                b1 = Accumulate<TWeights>(b1, weight, ref input, 1);
            }

            for (var i = k; i < c.Count; i++)
            {
                ref var input = ref Input(ref x, ref listC, i);
                var weight = Weight<TWeights>(constant, ref weightsC, i);
                c0 = Accumulate<TWeights>(c0, weight, ref input, 0);
                c1 = Accumulate<TWeights>(c1, weight, ref input, 1);
            }

            for (var i = k; i < d.Count; i++)
            {
                ref var input = ref Input(ref x, ref listD, i);
                var weight = Weight<TWeights>(constant, ref weightsD, i);
                d0 = Accumulate<TWeights>(d0, weight, ref input, 0);
                d1 = Accumulate<TWeights>(d1, weight, ref input, 1);
            }

            end.Store(a0, a1, a.Sum, ref y);
            end.Store(b0, b1, b.Sum, ref y);
            end.Store(c0, c1, c.Sum, ref y);
            end.Store(d0, d1, d.Sum, ref y);
        }

        for (; done < runs.Length; done++)
        {
            TVector a0 = zero,
                a1 = zero;
            var run = runs[done];
            ref var list = ref List(lists, run);
            ref var weights = ref Weights<TWeights>(lists, run);
            for (nint k = 0; k < run.Count; k++)
            {
                ref var input = ref Input(ref x, ref list, k);
                var weight = Weight<TWeights>(constant, ref weights, k);
                a0 = Accumulate<TWeights>(a0, weight, ref input, 0);
                a1 = Accumulate<TWeights>(a1, weight, ref input, 1);
            }

            end.Store(a0, a1, run.Sum, ref y);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourByOne<TWeights, TStore>(RunTable<T> lists, SumRun[] runs, in TStore end, ref T x, ref T y)
        where TWeights : struct, ITermWeights
        where TStore : struct, ISumStore<T, TVector>
    {
        var constant = TLanes.Broadcast(OwnWeight.Load<T>(ref lists.Weights[0], 0));
        var zero = TLanes.Broadcast(TCorrelation.Zero);
        var done = 0;
        for (; done + 4 <= runs.Length; done += 4)
        {
            SumRun a = runs[done],
                b = runs[done + 1],
                c = runs[done + 2],
                d = runs[done + 3];
            ref var listA = ref List(lists, a);
            ref var listB = ref List(lists, b);
            ref var listC = ref List(lists, c);
            ref var listD = ref List(lists, d);
            ref var weightsA = ref Weights<TWeights>(lists, a);
            ref var weightsB = ref Weights<TWeights>(lists, b);
            ref var weightsC = ref Weights<TWeights>(lists, c);
            ref var weightsD = ref Weights<TWeights>(lists, d);
            TVector a0 = zero,
                b0 = zero,
                c0 = zero,
                d0 = zero;
            nint k = 0;
            for (; k < a.Count; k++)
            {
                a0 = Accumulate<TWeights>(a0, Weight<TWeights>(constant, ref weightsA, k), ref Input(ref x, ref listA, k), 0);
                b0 = Accumulate<TWeights>(b0, Weight<TWeights>(constant, ref weightsB, k), ref Input(ref x, ref listB, k), 0);
                c0 = Accumulate<TWeights>(c0, Weight<TWeights>(constant, ref weightsC, k), ref Input(ref x, ref listC, k), 0);
                d0 = Accumulate<TWeights>(d0, Weight<TWeights>(constant, ref weightsD, k), ref Input(ref x, ref listD, k), 0);
            }

            for (var i = k; i < b.Count; i++)
                b0 = Accumulate<TWeights>(b0, Weight<TWeights>(constant, ref weightsB, i), ref Input(ref x, ref listB, i), 0);
            for (var i = k; i < c.Count; i++)
                c0 = Accumulate<TWeights>(c0, Weight<TWeights>(constant, ref weightsC, i), ref Input(ref x, ref listC, i), 0);
            for (var i = k; i < d.Count; i++)
                d0 = Accumulate<TWeights>(d0, Weight<TWeights>(constant, ref weightsD, i), ref Input(ref x, ref listD, i), 0);
            end.Store(a0, a.Sum, ref y);
            end.Store(b0, b.Sum, ref y);
            end.Store(c0, c.Sum, ref y);
            end.Store(d0, d.Sum, ref y);
        }

        for (; done < runs.Length; done++)
        {
            var a = runs[done];
            ref var list = ref List(lists, a);
            ref var weights = ref Weights<TWeights>(lists, a);
            var a0 = zero;
            for (nint k = 0; k < a.Count; k++)
                a0 = Accumulate<TWeights>(a0, Weight<TWeights>(constant, ref weights, k), ref Input(ref x, ref list, k), 0);
            end.Store(a0, a.Sum, ref y);
        }
    }
}
