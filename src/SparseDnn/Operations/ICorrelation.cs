using System.ComponentModel;
using System.Runtime.CompilerServices;
using SparseDnn.Lanes;

namespace SparseDnn.Operations;

/// <summary>How a term joins a sum, as a type, so that kernels are specialised on it.</summary>
/// <typeparam name="T">Element type of the kernels.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ICorrelation<T>
    where T : unmanaged
{
    /// <summary>The empty sum.</summary>
    static abstract T Zero { get; }

    /// <summary>The sum with one more term.</summary>
    /// <typeparam name="TVector">Register type.</typeparam>
    /// <typeparam name="TLanes">Arithmetic.</typeparam>
    /// <param name="sum">The sum so far.</param>
    /// <param name="weight">Weight of the edge.</param>
    /// <param name="x">Activations.</param>
    static abstract TVector Accumulate<TVector, TLanes>(TVector sum, TVector weight, TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector>;
}

/// <summary>plus-times under <see cref="Summation.Planned"/>: one rounding a term.</summary>
/// <typeparam name="T">Element type of the kernels.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Fused<T> : ICorrelation<T>
    where T : unmanaged
{
    /// <inheritdoc/>
    public static T Zero => default;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Accumulate<TVector, TLanes>(TVector sum, TVector weight, TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TLanes.FusedMultiplyAdd(weight, x, sum);
}

/// <summary>A semiring by its scalar definition: ⊗ is rounded, then ⊕. For plus-times this is <see cref="Summation.Strict"/>.</summary>
/// <typeparam name="T">Element type of the kernels.</typeparam>
/// <typeparam name="TSemiring">The semiring.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Exact<T, TSemiring> : ICorrelation<T>
    where T : unmanaged
    where TSemiring : struct, ISemiringKernel<T>
{
    /// <inheritdoc/>
    public static T Zero => TSemiring.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Accumulate<TVector, TLanes>(TVector sum, TVector weight, TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TSemiring.Accumulate<TVector, TLanes>(sum, weight, x);
}

/// <summary>A semiring by the processor's own min and max, for items that are proved to give the same bits.</summary>
/// <typeparam name="T">Element type of the kernels.</typeparam>
/// <typeparam name="TSemiring">The semiring.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Ordered<T, TSemiring> : ICorrelation<T>
    where T : unmanaged
    where TSemiring : struct, ISemiringKernel<T>
{
    /// <inheritdoc/>
    public static T Zero => TSemiring.Zero;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Accumulate<TVector, TLanes>(TVector sum, TVector weight, TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TSemiring.AccumulateOrdered<TVector, TLanes>(sum, weight, x);
}
