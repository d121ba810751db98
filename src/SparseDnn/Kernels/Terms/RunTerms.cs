using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SparseDnn.Lanes;
using SparseDnn.Layouts;
using SparseDnn.Operations;

namespace SparseDnn.Kernels.Terms;

/// <summary>The terms of a <see cref="RunTable{T}"/>: where they are, and how one joins a register of its sum.</summary>
/// <typeparam name="T">Element type.</typeparam>
/// <typeparam name="TVector">Register type.</typeparam>
/// <typeparam name="TLanes">Arithmetic.</typeparam>
/// <typeparam name="TCorrelation">How terms join sums.</typeparam>
/// <remarks>Base class of kernels that only inherit the vocabulary, as generated layers do; nothing of them is instantiated.</remarks>
internal abstract class RunTerms<T, TVector, TLanes, TCorrelation>
    where T : unmanaged
    where TVector : struct
    where TLanes : struct, ILanes<T, TVector>
    where TCorrelation : struct, ICorrelation<T>
{
    /// <summary>Adds a term to a register of a sum.</summary>
    /// <typeparam name="TWeights">What terms are multiplied by.</typeparam>
    /// <param name="sum">The sum so far.</param>
    /// <param name="weight">The weight in every lane.</param>
    /// <param name="x">The term's row.</param>
    /// <param name="register">Which register of it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector Accumulate<TWeights>(TVector sum, TVector weight, ref T x, int register)
        where TWeights : struct, ITermWeights =>
        TWeights.AddsOnly
            ? TLanes.Add(sum, At(ref x, register))
            : TCorrelation.Accumulate<TVector, TLanes>(sum, weight, At(ref x, register));

    /// <summary>The weight of a term in every lane.</summary>
    /// <typeparam name="TWeights">What terms are multiplied by.</typeparam>
    /// <param name="constant">That of all terms, if they have one.</param>
    /// <param name="weights">The first weight of the sum.</param>
    /// <param name="edge">Which term.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector Weight<TWeights>(TVector constant, ref byte weights, nint edge)
        where TWeights : struct, ITermWeights => TWeights.IsConstant ? constant : TLanes.Broadcast(TWeights.Load<T>(ref weights, edge));

    /// <summary>A register of a row.</summary>
    /// <param name="x">The row.</param>
    /// <param name="register">Which.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static TVector At(ref T x, int register) => TLanes.Load(ref Unsafe.Add(ref x, register * TLanes.Count));

    /// <summary>The row of a term.</summary>
    /// <param name="x">Row 0.</param>
    /// <param name="list">The first offset of the sum.</param>
    /// <param name="k">Which term.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static ref T Input(ref T x, ref int list, nint k) => ref Unsafe.AddByteOffset(ref x, (nint)Unsafe.Add(ref list, k));

    /// <summary>The first offset of a sum.</summary>
    /// <param name="lists">The layer.</param>
    /// <param name="run">The sum.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static ref int List(RunTable<T> lists, in SumRun run) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(lists.Offsets), run.List);

    /// <summary>The first weight of a sum.</summary>
    /// <typeparam name="TWeights">What terms are multiplied by.</typeparam>
    /// <param name="lists">The layer.</param>
    /// <param name="run">The sum.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    protected static ref byte Weights<TWeights>(RunTable<T> lists, in SumRun run)
        where TWeights : struct, ITermWeights =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(lists.Weights), (nint)run.Weight * TWeights.Bytes<T>());
}
