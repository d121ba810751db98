using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SparseDnn.Elements;
using SparseDnn.Kernels.Stores;
using SparseDnn.Kernels.Table;
using SparseDnn.Lanes;
using SparseDnn.Layouts;
using SparseDnn.Operations;

namespace SparseDnn.Kernels.Panels;

/// <summary>
/// Layers with individual weights for two tiles at once: a weight and an offset are read once for 64 floats, and rows come from the
/// first-level cache, panel after panel.
/// </summary>
/// <remarks>The sums of <see cref="TableKernel{T, TVector, TLanes, TCorrelation, TEpilogue}"/>, each in the same order.</remarks>
internal static class PanelKernel<T, TVector, TLanes, TCorrelation, TEpilogue>
    where T : unmanaged
    where TVector : struct
    where TLanes : struct, ILanes<T, TVector>
    where TCorrelation : struct, ICorrelation<T>
    where TEpilogue : struct, IEpilogue<T>
{
    /// <summary>Computes a layer for two tiles.</summary>
    /// <param name="table">A layer that has panels.</param>
    /// <param name="x">Inputs of the first tile, neuron-major.</param>
    /// <param name="y">Outputs, likewise.</param>
    /// <param name="other">Elements from the first tile to the second, in inputs and outputs.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run(LayerTable<T> table, ref T x, ref T y, nint other) =>
        StoredWeights.Run<T, OverPanels>(table, ref x, ref y, other);

    private readonly struct OverPanels : IStoredKernel<T>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static void Run<TWeight>(LayerTable<T> table, ref T x, ref T y, nint argument)
            where TWeight : struct, IStoredWeight =>
            PanelKernel<T, TVector, TLanes, TCorrelation, TEpilogue>.Run<TWeight>(table, table.Panels!, ref x, ref y, argument);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Run<TWeight>(LayerTable<T> table, PanelTable<T> panels, ref T x, ref T y, nint other)
        where TWeight : struct, IStoredWeight
    {
        var end = new SingleRowStore<T, TVector, TLanes, TEpilogue>(
            table,
            TCorrelation.Zero,
            new EpilogueStore<T, TVector, TLanes, TEpilogue>(table, TCorrelation.Zero).KeepsAbsent
        );
        for (var i = 0; i < panels.Panels.Length; i++)
        {
            var (isFirst, isLast) = (i == 0, i == panels.Panels.Length - 1);
            ref var rows = ref Unsafe.Add(ref x, (nint)panels.Panels[i].FirstRow * TLanes.Stride);
            // A tile is two registers of 512 bits or four of 256.
            if (TLanes.Count * 2 == TLanes.Stride)
                TwoSums<TWeight>(panels, panels.Panels[i].Runs, end, ref rows, ref y, other, isFirst, isLast);
            else
                OneSum<TWeight>(panels, panels.Panels[i].Runs, end, ref rows, ref y, other, isFirst, isLast);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void TwoSums<TWeight>(
        PanelTable<T> panels,
        PanelRun[] runs,
        in SingleRowStore<T, TVector, TLanes, TEpilogue> end,
        ref T x,
        ref T y,
        nint other,
        bool isFirst,
        bool isLast
    )
        where TWeight : struct, IStoredWeight
    {
        var zero = TLanes.Broadcast(TCorrelation.Zero);
        ref var x2 = ref Unsafe.Add(ref x, other);
        ref var y2 = ref Unsafe.Add(ref y, other);
        ref var run = ref MemoryMarshal.GetArrayDataReference(runs);
        for (nint i = 0; i < runs.Length; i += 2)
        {
            var a = Unsafe.Add(ref run, i);
            // An odd one out stands in for its neighbour too, which then takes no terms and is not stored.
            var isPair = i + 1 < runs.Length;
            var b = isPair ? Unsafe.Add(ref run, i + 1) : a with { Count = 0 };
            TVector a0 = zero,
                a1 = zero,
                a2 = zero,
                a3 = zero;
            TVector b0 = zero,
                b1 = zero,
                b2 = zero,
                b3 = zero;
            if (!isFirst)
            {
                a0 = Waiting(ref y, a.Row, 0);
                a1 = Waiting(ref y, a.Row, 1);
                a2 = Waiting(ref y2, a.Row, 0);
                a3 = Waiting(ref y2, a.Row, 1);
                b0 = Waiting(ref y, b.Row, 0);
                b1 = Waiting(ref y, b.Row, 1);
                b2 = Waiting(ref y2, b.Row, 0);
                b3 = Waiting(ref y2, b.Row, 1);
            }

            ref var rowsA = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(panels.Rows), a.First);
            ref var rowsB = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(panels.Rows), b.First);
            ref var weightsA = ref Weights<TWeight>(panels, a.First);
            ref var weightsB = ref Weights<TWeight>(panels, b.First);
            nint k = 0;
            for (nint both = isPair ? a.Count : 0; k < both; k++)
            {
                var w = TLanes.Broadcast(TWeight.Load<T>(ref weightsA, k));
                var row = Offset(ref rowsA, k);
                a0 = Accumulate(a0, w, ref x, row, 0);
                a1 = Accumulate(a1, w, ref x, row, 1);
                a2 = Accumulate(a2, w, ref x2, row, 0);
                a3 = Accumulate(a3, w, ref x2, row, 1);
                w = TLanes.Broadcast(TWeight.Load<T>(ref weightsB, k));
                row = Offset(ref rowsB, k);
                b0 = Accumulate(b0, w, ref x, row, 0);
                b1 = Accumulate(b1, w, ref x, row, 1);
                b2 = Accumulate(b2, w, ref x2, row, 0);
                b3 = Accumulate(b3, w, ref x2, row, 1);
            }

            for (var rest = k; rest < b.Count; rest++)
            {
                var w = TLanes.Broadcast(TWeight.Load<T>(ref weightsB, rest));
                var row = Offset(ref rowsB, rest);
                b0 = Accumulate(b0, w, ref x, row, 0);
                b1 = Accumulate(b1, w, ref x, row, 1);
                b2 = Accumulate(b2, w, ref x2, row, 0);
                b3 = Accumulate(b3, w, ref x2, row, 1);
            }

            // The shorter of a pair has no terms left here; one without a neighbour has them all.
            for (; k < a.Count; k++)
            {
                var w = TLanes.Broadcast(TWeight.Load<T>(ref weightsA, k));
                var row = Offset(ref rowsA, k);
                a0 = Accumulate(a0, w, ref x, row, 0);
                a1 = Accumulate(a1, w, ref x, row, 1);
                a2 = Accumulate(a2, w, ref x2, row, 0);
                a3 = Accumulate(a3, w, ref x2, row, 1);
            }

            if (isLast)
            {
                end.Store(a0, a1, a.Sum, ref y);
                end.Store(a2, a3, a.Sum, ref y2);
                if (!isPair)
                    continue;
                end.Store(b0, b1, b.Sum, ref y);
                end.Store(b2, b3, b.Sum, ref y2);
            }
            else
            {
                Wait(a0, a1, ref y, a.Row);
                Wait(a2, a3, ref y2, a.Row);
                if (!isPair)
                    continue;
                Wait(b0, b1, ref y, b.Row);
                Wait(b2, b3, ref y2, b.Row);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneSum<TWeight>(
        PanelTable<T> panels,
        PanelRun[] runs,
        in SingleRowStore<T, TVector, TLanes, TEpilogue> end,
        ref T x,
        ref T y,
        nint other,
        bool isFirst,
        bool isLast
    )
        where TWeight : struct, IStoredWeight
    {
        var zero = TLanes.Broadcast(TCorrelation.Zero);
        ref var x2 = ref Unsafe.Add(ref x, other);
        ref var y2 = ref Unsafe.Add(ref y, other);
        for (var i = 0; i < runs.Length; i++)
        {
            var a = runs[i];
            TVector a0 = zero,
                a1 = zero,
                a2 = zero,
                a3 = zero;
            TVector b0 = zero,
                b1 = zero,
                b2 = zero,
                b3 = zero;
            if (!isFirst)
            {
                a0 = Waiting(ref y, a.Row, 0);
                a1 = Waiting(ref y, a.Row, 1);
                a2 = Waiting(ref y, a.Row, 2);
                a3 = Waiting(ref y, a.Row, 3);
                b0 = Waiting(ref y2, a.Row, 0);
                b1 = Waiting(ref y2, a.Row, 1);
                b2 = Waiting(ref y2, a.Row, 2);
                b3 = Waiting(ref y2, a.Row, 3);
            }

            ref var rows = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(panels.Rows), a.First);
            ref var weights = ref Weights<TWeight>(panels, a.First);
            for (nint k = 0; k < a.Count; k++)
            {
                var w = TLanes.Broadcast(TWeight.Load<T>(ref weights, k));
                var row = Offset(ref rows, k);
                a0 = Accumulate(a0, w, ref x, row, 0);
                a1 = Accumulate(a1, w, ref x, row, 1);
                a2 = Accumulate(a2, w, ref x, row, 2);
                a3 = Accumulate(a3, w, ref x, row, 3);
                b0 = Accumulate(b0, w, ref x2, row, 0);
                b1 = Accumulate(b1, w, ref x2, row, 1);
                b2 = Accumulate(b2, w, ref x2, row, 2);
                b3 = Accumulate(b3, w, ref x2, row, 3);
            }

            if (isLast)
            {
                end.Store(a0, a1, a2, a3, a.Sum, ref y);
                end.Store(b0, b1, b2, b3, a.Sum, ref y2);
            }
            else
            {
                Wait(a0, a1, ref y, a.Row);
                Wait(a2, a3, ref Unsafe.Add(ref y, 2 * TLanes.Count), a.Row);
                Wait(b0, b1, ref y2, a.Row);
                Wait(b2, b3, ref Unsafe.Add(ref y2, 2 * TLanes.Count), a.Row);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte Weights<TWeight>(PanelTable<T> panels, int first)
        where TWeight : struct, IStoredWeight =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(panels.Weights), (nint)first * TWeight.Bytes<T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Offset(ref byte rows, nint term) => (nint)Unsafe.Add(ref rows, term) * TileShape.BytesPerNeuron;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Accumulate(TVector sum, TVector weight, ref T x, nint row, int register) =>
        TCorrelation.Accumulate<TVector, TLanes>(
            sum,
            weight,
            TLanes.Load(ref Unsafe.Add(ref Unsafe.AddByteOffset(ref x, row), register * TLanes.Count))
        );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Waiting(ref T y, int row, int register) =>
        TLanes.Load(ref Unsafe.Add(ref y, ((nint)row * TLanes.Stride) + (register * TLanes.Count)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Wait(TVector v0, TVector v1, ref T y, int row)
    {
        ref var place = ref Unsafe.Add(ref y, (nint)row * TLanes.Stride);
        TLanes.Store(v0, ref place);
        TLanes.Store(v1, ref Unsafe.Add(ref place, TLanes.Count));
    }
}
