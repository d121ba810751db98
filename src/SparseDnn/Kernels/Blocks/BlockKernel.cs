using System.Runtime.CompilerServices;
using SparseDnn.Kernels.Stores;
using SparseDnn.Kernels.Terms;
using SparseDnn.Lanes;
using SparseDnn.Layouts;
using SparseDnn.Operations;

namespace SparseDnn.Kernels.Blocks;

/// <summary>Sums in fours that read the same rows.</summary>
/// <typeparam name="T">Element type.</typeparam>
/// <typeparam name="TVector">Register type.</typeparam>
/// <typeparam name="TLanes">Arithmetic.</typeparam>
/// <typeparam name="TCorrelation">How terms join sums.</typeparam>
internal abstract class BlockKernel<T, TVector, TLanes, TCorrelation> : RunTerms<T, TVector, TLanes, TCorrelation>
    where T : unmanaged
    where TVector : struct
    where TLanes : struct, ILanes<T, TVector>
    where TCorrelation : struct, ICorrelation<T>
{
    /// <summary>Computes the blocks of a layer.</summary>
    /// <typeparam name="TWeights">What terms are multiplied by.</typeparam>
    /// <typeparam name="TStore">What follows the sums.</typeparam>
    /// <param name="lists">A layer that has blocks.</param>
    /// <param name="end">What follows the sums.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="y">Outputs.</param>
    /// <param name="registers">Registers of items, an even number.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Run<TWeights, TStore>(RunTable<T> lists, in TStore end, ref T x, ref T y, int registers)
        where TWeights : struct, ITermWeights
        where TStore : struct, ISumStore<T, TVector>
    {
        // Four sums and two registers of rows leave room for a weight among 16 registers.
        for (var first = 0; first + 2 <= registers; first += 2)
            Run<TWeights, TStore>(
                lists,
                lists.Blocks,
                end,
                ref Unsafe.Add(ref x, first * TLanes.Count),
                ref Unsafe.Add(ref y, first * TLanes.Count)
            );
    }

    /// <summary>Four sums over one list: every row is read once for all of them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TWeights, TStore>(RunTable<T> lists, SumRun[] runs, in TStore end, ref T x, ref T y)
        where TWeights : struct, ITermWeights
        where TStore : struct, ISumStore<T, TVector>
    {
        var zero = TLanes.Broadcast(TCorrelation.Zero);
        for (var done = 0; done < runs.Length; done += 4)
        {
            SumRun a = runs[done],
                b = runs[done + 1],
                c = runs[done + 2],
                d = runs[done + 3];
            ref var list = ref List(lists, a);
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
            for (nint k = 0; k < a.Count; k++)
            {
                ref var input = ref Input(ref x, ref list, k);
                TVector x0 = At(ref input, 0),
                    x1 = At(ref input, 1);
                var weight = TLanes.Broadcast(TWeights.Load<T>(ref weightsA, k));
                a0 = TCorrelation.Accumulate<TVector, TLanes>(a0, weight, x0);
                a1 = TCorrelation.Accumulate<TVector, TLanes>(a1, weight, x1);
                weight = TLanes.Broadcast(TWeights.Load<T>(ref weightsB, k));
                b0 = TCorrelation.Accumulate<TVector, TLanes>(b0, weight, x0);
                b1 = TCorrelation.Accumulate<TVector, TLanes>(b1, weight, x1);
                weight = TLanes.Broadcast(TWeights.Load<T>(ref weightsC, k));
                c0 = TCorrelation.Accumulate<TVector, TLanes>(c0, weight, x0);
                c1 = TCorrelation.Accumulate<TVector, TLanes>(c1, weight, x1);
                weight = TLanes.Broadcast(TWeights.Load<T>(ref weightsD, k));
                d0 = TCorrelation.Accumulate<TVector, TLanes>(d0, weight, x0);
                d1 = TCorrelation.Accumulate<TVector, TLanes>(d1, weight, x1);
            }

            end.Store(a0, a1, a.Sum, ref y);
            end.Store(b0, b1, b.Sum, ref y);
            end.Store(c0, c1, c.Sum, ref y);
            end.Store(d0, d1, d.Sum, ref y);
        }
    }
}
