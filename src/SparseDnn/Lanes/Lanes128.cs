using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using SparseDnn.Elements;

namespace SparseDnn.Lanes;

/// <summary>A register of 128 bits.</summary>
/// <typeparam name="T">Element type: float, double, int, long or ulong.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Lanes128<T> : ILanes<T, Vector128<T>>
    where T : unmanaged
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <inheritdoc/>
    public static int Count => Vector128<T>.Count;

    /// <inheritdoc/>
    public static int Stride => TileShape.Lanes<T>();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> Load(ref readonly T source) => Vector128.LoadUnsafe(in source);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void Store(Vector128<T> value, ref T destination) => value.StoreUnsafe(ref destination);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> Broadcast(T value) => Vector128.Create(value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> Add(Vector128<T> a, Vector128<T> b) => a + b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> Subtract(Vector128<T> a, Vector128<T> b) => a - b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> Multiply(Vector128<T> a, Vector128<T> b) => a * b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> Divide(Vector128<T> a, Vector128<T> b) => a / b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> Negate(Vector128<T> a) =>
        Element.IsReal<T>() ? a ^ Vector128.Create(Element.SignBit<T>()) : Vector128<T>.Zero - a;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> Abs(Vector128<T> a) =>
        Element.IsReal<T>() ? Vector128.AndNot(a, Vector128.Create(Element.SignBit<T>())) : Vector128.Abs(a);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> FusedMultiplyAdd(Vector128<T> a, Vector128<T> b, Vector128<T> c) =>
        // The commonest case alone: what is inlined counts, even where it is left out.
        typeof(T) == typeof(float)
        && Fma.IsSupported
            ? Fma.MultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
            : OtherFusedMultiplyAdd(a, b, c);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> Min(Vector128<T> a, Vector128<T> b)
    {
        if (!Element.IsReal<T>())
            return Vector128.Min(a, b);
        // Of equal numbers the union of the sign bits, so −0; where a is NaN, a; where b is, Lesser gives b.
        var equal = Vector128.ConditionalSelect(Vector128.Equals(a, b), a | b, Lesser(a, b));
        return Vector128.ConditionalSelect(Vector128.Equals(a, a), equal, a);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> Max(Vector128<T> a, Vector128<T> b)
    {
        if (!Element.IsReal<T>())
            return Vector128.Max(a, b);
        // Of equal numbers the intersection of the sign bits, so +0; where a is NaN, a; where b is, Greater gives b.
        var equal = Vector128.ConditionalSelect(Vector128.Equals(a, b), a & b, Greater(a, b));
        return Vector128.ConditionalSelect(Vector128.Equals(a, a), equal, a);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> Lesser(Vector128<T> a, Vector128<T> b) =>
        typeof(T) == typeof(float) && Sse2.IsSupported ? Sse.Min(a.AsSingle(), b.AsSingle()).As<float, T>() : OtherLesser(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> Greater(Vector128<T> a, Vector128<T> b) =>
        typeof(T) == typeof(float) && Sse2.IsSupported ? Sse.Max(a.AsSingle(), b.AsSingle()).As<float, T>() : OtherGreater(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> LessThan(Vector128<T> a, Vector128<T> b) => Vector128.LessThan(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> LessThanOrEqual(Vector128<T> a, Vector128<T> b) => Vector128.LessThanOrEqual(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> GreaterThan(Vector128<T> a, Vector128<T> b) => Vector128.GreaterThan(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> GreaterThanOrEqual(Vector128<T> a, Vector128<T> b) => Vector128.GreaterThanOrEqual(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> EqualTo(Vector128<T> a, Vector128<T> b) => Vector128.Equals(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> NotEqualTo(Vector128<T> a, Vector128<T> b) => ~Vector128.Equals(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> Select(Vector128<T> mask, Vector128<T> a, Vector128<T> b) => Vector128.ConditionalSelect(mask, a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> And(Vector128<T> a, Vector128<T> b) => a & b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> Rectify(Vector128<T> a) => Vector128.AndNot(a, Vector128.LessThanOrEqual(a, Vector128<T>.Zero));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> WhereEqual(Vector128<T> a, Vector128<T> b, Vector128<T> x, Vector128<T> y) =>
        Vector128.ConditionalSelect(Vector128.Equals(a, b), x, y);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> Or(Vector128<T> a, Vector128<T> b) => a | b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> Xor(Vector128<T> a, Vector128<T> b) => a ^ b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> Not(Vector128<T> a) => ~a;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> ShiftLeft(Vector128<T> a, Vector128<T> counts) => VectorShifts.ShiftLeft(a, counts);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> ShiftRight(Vector128<T> a, Vector128<T> counts) => VectorShifts.ShiftRight(a, counts);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector128<T> ShiftRightLogical(Vector128<T> a, Vector128<T> counts) => VectorShifts.ShiftRightLogical(a, counts);

    /// <inheritdoc/>
    public static Vector128<T> Apply<TOperation>(Vector128<T> a, Vector128<T> b)
        where TOperation : struct, IScalarOperation<T>
    {
        var result = a;
        for (var i = 0; i < Vector128<T>.Count; i++)
            result = result.WithElement(i, TOperation.Apply(a.GetElement(i), b.GetElement(i)));
        return result;
    }

    [MethodImpl(Inline)]
    private static Vector128<T> OtherFusedMultiplyAdd(Vector128<T> a, Vector128<T> b, Vector128<T> c)
    {
        if (!Element.IsReal<T>())
            return (a * b) + c;
        if (typeof(T) == typeof(float))
        {
            if (AdvSimd.IsSupported)
                return AdvSimd.FusedMultiplyAdd(c.AsSingle(), a.AsSingle(), b.AsSingle()).As<float, T>();
        }
        else
        {
            if (Fma.IsSupported)
                return Fma.MultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();
            if (AdvSimd.Arm64.IsSupported)
                return AdvSimd.Arm64.FusedMultiplyAdd(c.AsDouble(), a.AsDouble(), b.AsDouble()).As<double, T>();
        }

        // No fused instruction: the same bits from the exact scalar operation, slower.
        var result = a;
        for (var i = 0; i < Vector128<T>.Count; i++)
            result = result.WithElement(i, Element.FusedMultiplyAdd(a.GetElement(i), b.GetElement(i), c.GetElement(i)));
        return result;
    }

    [MethodImpl(Inline)]
    private static Vector128<T> OtherLesser(Vector128<T> a, Vector128<T> b)
    {
        if (typeof(T) == typeof(double) && Sse2.IsSupported)
            return Sse2.Min(a.AsDouble(), b.AsDouble()).As<double, T>();
        return Element.IsReal<T>() ? Vector128.ConditionalSelect(Vector128.LessThan(a, b), a, b) : Vector128.Min(a, b);
    }

    [MethodImpl(Inline)]
    private static Vector128<T> OtherGreater(Vector128<T> a, Vector128<T> b)
    {
        if (typeof(T) == typeof(double) && Sse2.IsSupported)
            return Sse2.Max(a.AsDouble(), b.AsDouble()).As<double, T>();
        return Element.IsReal<T>() ? Vector128.ConditionalSelect(Vector128.GreaterThan(a, b), a, b) : Vector128.Max(a, b);
    }
}
