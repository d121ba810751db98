using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using SparseDnn.Elements;

namespace SparseDnn.Lanes;

/// <summary>One lane: a single item, or a machine without vectors.</summary>
/// <typeparam name="T">Element type: float, double, int, long or ulong.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct LaneOne<T> : ILanes<T, T>
    where T : unmanaged, IBinaryNumber<T>
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <inheritdoc/>
    public static int Count => 1;

    /// <inheritdoc/>
    public static int Stride => 1;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Load(ref readonly T source) => source;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void Store(T value, ref T destination) => destination = value;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Broadcast(T value) => value;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Add(T a, T b) => unchecked(a + b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Subtract(T a, T b) => unchecked(a - b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Multiply(T a, T b) => unchecked(a * b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Divide(T a, T b) => a / b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Negate(T a) => unchecked(-a);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Abs(T a) => Element.IsReal<T>() || a >= T.Zero ? T.Abs(a) : unchecked(-a);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T FusedMultiplyAdd(T a, T b, T c) =>
        typeof(T) == typeof(float)
            ? Unsafe.BitCast<float, T>(
                MathF.FusedMultiplyAdd(Unsafe.BitCast<T, float>(a), Unsafe.BitCast<T, float>(b), Unsafe.BitCast<T, float>(c))
            )
            : OtherFusedMultiplyAdd(a, b, c);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Min(T a, T b) => T.Min(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Max(T a, T b) => T.Max(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Lesser(T a, T b) => a < b ? a : b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Greater(T a, T b) => a > b ? a : b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T LessThan(T a, T b) => Mask(a < b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T LessThanOrEqual(T a, T b) => Mask(a <= b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T GreaterThan(T a, T b) => Mask(a > b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T GreaterThanOrEqual(T a, T b) => Mask(a >= b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T EqualTo(T a, T b) => Mask(a == b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T NotEqualTo(T a, T b) => Mask(a != b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Select(T mask, T a, T b) => (a & mask) | (b & ~mask);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T And(T a, T b) => a & b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Rectify(T a) => a <= T.Zero ? T.Zero : a;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T WhereEqual(T a, T b, T x, T y) => a == b ? x : y;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Or(T a, T b) => a | b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Xor(T a, T b) => a ^ b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Not(T a) => ~a;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T ShiftLeft(T a, T counts) => ShiftLeftOperation<T>.Apply(a, counts);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T ShiftRight(T a, T counts) => ShiftRightOperation<T>.Apply(a, counts);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T ShiftRightLogical(T a, T counts) => ShiftRightLogicalOperation<T>.Apply(a, counts);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static T Apply<TOperation>(T a, T b)
        where TOperation : struct, IScalarOperation<T> => TOperation.Apply(a, b);

    [MethodImpl(Inline)]
    private static T Mask(bool value) => value ? T.AllBitsSet : T.Zero;

    [MethodImpl(Inline)]
    private static T OtherFusedMultiplyAdd(T a, T b, T c) =>
        Element.IsReal<T>() ? Element.FusedMultiplyAdd(a, b, c) : unchecked((a * b) + c);
}
