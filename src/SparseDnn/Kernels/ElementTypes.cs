using System;
using System.Runtime.CompilerServices;

namespace SparseDnn.Kernels;

/// <summary>Questions about an element type that the just-in-time compiler answers while it compiles.</summary>
internal static class ElementTypes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsReal<T>() => typeof(T) == typeof(float) || typeof(T) == typeof(double);

    /// <summary>−0 of a floating-point type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T SignBit<T>()
        where T : unmanaged => typeof(T) == typeof(float) ? (T)(object)-0f : (T)(object)-0d;

    /// <summary>a × b + c, rounded once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T FusedMultiplyAdd<T>(T a, T b, T c)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Unsafe.BitCast<float, T>(
                MathF.FusedMultiplyAdd(Unsafe.BitCast<T, float>(a), Unsafe.BitCast<T, float>(b), Unsafe.BitCast<T, float>(c))
            )
            : Unsafe.BitCast<double, T>(
                Math.FusedMultiplyAdd(Unsafe.BitCast<T, double>(a), Unsafe.BitCast<T, double>(b), Unsafe.BitCast<T, double>(c))
            );

    /// <summary>1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T One<T>()
        where T : unmanaged =>
        typeof(T) == typeof(float) ? (T)(object)1f
        : typeof(T) == typeof(double) ? (T)(object)1d
        : typeof(T) == typeof(int) ? (T)(object)1
        : typeof(T) == typeof(long) ? (T)(object)1L
        : (T)(object)1UL;
}
