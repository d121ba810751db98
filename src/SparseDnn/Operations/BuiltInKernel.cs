using System.Runtime.CompilerServices;

namespace SparseDnn.Kernels;

/// <summary>A built-in semiring: its operations and identities as types.</summary>
/// <typeparam name="T">Element type of the kernels.</typeparam>
/// <typeparam name="TAdd">⊕.</typeparam>
/// <typeparam name="TMultiply">⊗.</typeparam>
/// <typeparam name="TZero">Identity of ⊕.</typeparam>
/// <typeparam name="TOne">Identity of ⊗.</typeparam>
public readonly struct BuiltInKernel<T, TAdd, TMultiply, TZero, TOne> : ISemiringKernel<T>
    where T : unmanaged
    where TAdd : struct, IVectorOperation
    where TMultiply : struct, IVectorOperation
    where TZero : struct, IIdentity
    where TOne : struct, IIdentity
{
    /// <inheritdoc/>
    public static T Zero => TZero.Value<T>();

    /// <inheritdoc/>
    public static T One => TOne.Value<T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Add<TVector, TLanes>(TVector a, TVector b)
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TAdd.Apply<T, TVector, TLanes>(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Multiply<TVector, TLanes>(TVector a, TVector b)
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TMultiply.Apply<T, TVector, TLanes>(a, b);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Accumulate<TVector, TLanes>(TVector sum, TVector weight, TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> => TAdd.Apply<T, TVector, TLanes>(sum, TMultiply.Apply<T, TVector, TLanes>(weight, x));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector AccumulateOrdered<TVector, TLanes>(TVector sum, TVector weight, TVector x)
        where TVector : struct
        where TLanes : struct, ILanes<T, TVector> =>
        TAdd.ApplyOrdered<T, TVector, TLanes>(sum, TMultiply.ApplyOrdered<T, TVector, TLanes>(weight, x));
}
