using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using SparseDnn.Elements;

namespace SparseDnn.Lanes;

/// <summary>A register of 256 bits.</summary>
/// <typeparam name="T">Element type: float, double, int, long or ulong.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Lanes256<T> : ILanes<T, Vector256<T>>
    where T : unmanaged
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <inheritdoc/>
    public static int Count => Vector256<T>.Count;

    /// <inheritdoc/>
    public static int Stride => TileShape.Lanes<T>();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> Load(ref readonly T source) => Vector256.LoadUnsafe(in source);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void Store(Vector256<T> value, ref T destination) => value.StoreUnsafe(ref destination);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> Broadcast(T value) => Vector256.Create(value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> Add(Vector256<T> a, Vector256<T> b) => a + b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> Subtract(Vector256<T> a, Vector256<T> b) => a - b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> Multiply(Vector256<T> a, Vector256<T> b) => a * b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> Divide(Vector256<T> a, Vector256<T> b) => a / b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> Negate(Vector256<T> a) =>
        Element.IsReal<T>() ? a ^ Vector256.Create(Element.SignBit<T>()) : Vector256<T>.Zero - a;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> Abs(Vector256<T> a) =>
        Element.IsReal<T>() ? Vector256.AndNot(a, Vector256.Create(Element.SignBit<T>())) : Vector256.Abs(a);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> FusedMultiplyAdd(Vector256<T> a, Vector256<T> b, Vector256<T> c) =>
        // The commonest case alone: what is inlined counts, even where it is left out.
        typeof(T) == typeof(float)
        && Fma.IsSupported
            ? Fma.MultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
            : OtherFusedMultiplyAdd(a, b, c);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> Min(Vector256<T> a, Vector256<T> b)
    {
        if (!Element.IsReal<T>())
            return Vector256.Min(a, b);
        // Of equal numbers the union of the sign bits, so −0; where a is NaN, a; where b is, Lesser gives b.
        var equal = Vector256.ConditionalSelect(Vector256.Equals(a, b), a | b, Lesser(a, b));
        return Vector256.ConditionalSelect(Vector256.Equals(a, a), equal, a);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> Max(Vector256<T> a, Vector256<T> b)
    {
        if (!Element.IsReal<T>())
            return Vector256.Max(a, b);
        // Of equal numbers the intersection of the sign bits, so +0; where a is NaN, a; where b is, Greater gives b.
        var equal = Vector256.ConditionalSelect(Vector256.Equals(a, b), a & b, Greater(a, b));
        return Vector256.ConditionalSelect(Vector256.Equals(a, a), equal, a);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> Lesser(Vector256<T> a, Vector256<T> b) =>
        typeof(T) == typeof(float) && Avx.IsSupported ? Avx.Min(a.AsSingle(), b.AsSingle()).As<float, T>() : OtherLesser(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> Greater(Vector256<T> a, Vector256<T> b) =>
        typeof(T) == typeof(float) && Avx.IsSupported ? Avx.Max(a.AsSingle(), b.AsSingle()).As<float, T>() : OtherGreater(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> LessThan(Vector256<T> a, Vector256<T> b) => Vector256.LessThan(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> LessThanOrEqual(Vector256<T> a, Vector256<T> b) => Vector256.LessThanOrEqual(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> GreaterThan(Vector256<T> a, Vector256<T> b) => Vector256.GreaterThan(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> GreaterThanOrEqual(Vector256<T> a, Vector256<T> b) => Vector256.GreaterThanOrEqual(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> EqualTo(Vector256<T> a, Vector256<T> b) => Vector256.Equals(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> NotEqualTo(Vector256<T> a, Vector256<T> b) => ~Vector256.Equals(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> Select(Vector256<T> mask, Vector256<T> a, Vector256<T> b) => Vector256.ConditionalSelect(mask, a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> And(Vector256<T> a, Vector256<T> b) => a & b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> Rectify(Vector256<T> a) => Vector256.AndNot(a, Vector256.LessThanOrEqual(a, Vector256<T>.Zero));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> WhereEqual(Vector256<T> a, Vector256<T> b, Vector256<T> x, Vector256<T> y) =>
        Vector256.ConditionalSelect(Vector256.Equals(a, b), x, y);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> Or(Vector256<T> a, Vector256<T> b) => a | b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> Xor(Vector256<T> a, Vector256<T> b) => a ^ b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> Not(Vector256<T> a) => ~a;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> ShiftLeft(Vector256<T> a, Vector256<T> counts) => VectorShifts.ShiftLeft(a, counts);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> ShiftRight(Vector256<T> a, Vector256<T> counts) => VectorShifts.ShiftRight(a, counts);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector256<T> ShiftRightLogical(Vector256<T> a, Vector256<T> counts) => VectorShifts.ShiftRightLogical(a, counts);

    /// <inheritdoc/>
    public static Vector256<T> Apply<TOperation>(Vector256<T> a, Vector256<T> b)
        where TOperation : struct, IScalarOperation<T>
    {
        var result = a;
        for (var i = 0; i < Vector256<T>.Count; i++)
            result = result.WithElement(i, TOperation.Apply(a.GetElement(i), b.GetElement(i)));
        return result;
    }

    [MethodImpl(Inline)]
    private static Vector256<T> OtherFusedMultiplyAdd(Vector256<T> a, Vector256<T> b, Vector256<T> c)
    {
        if (!Element.IsReal<T>())
            return (a * b) + c;
        if (typeof(T) == typeof(double) && Fma.IsSupported)
            return Fma.MultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();
        return Vector256.Create(
            Lanes128<T>.FusedMultiplyAdd(a.GetLower(), b.GetLower(), c.GetLower()),
            Lanes128<T>.FusedMultiplyAdd(a.GetUpper(), b.GetUpper(), c.GetUpper())
        );
    }

    [MethodImpl(Inline)]
    private static Vector256<T> OtherLesser(Vector256<T> a, Vector256<T> b)
    {
        if (typeof(T) == typeof(double) && Avx.IsSupported)
            return Avx.Min(a.AsDouble(), b.AsDouble()).As<double, T>();
        return Element.IsReal<T>() ? Vector256.ConditionalSelect(Vector256.LessThan(a, b), a, b) : Vector256.Min(a, b);
    }

    [MethodImpl(Inline)]
    private static Vector256<T> OtherGreater(Vector256<T> a, Vector256<T> b)
    {
        if (typeof(T) == typeof(double) && Avx.IsSupported)
            return Avx.Max(a.AsDouble(), b.AsDouble()).As<double, T>();
        return Element.IsReal<T>() ? Vector256.ConditionalSelect(Vector256.GreaterThan(a, b), a, b) : Vector256.Max(a, b);
    }
}
