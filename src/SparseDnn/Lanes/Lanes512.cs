using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using SparseDnn.Elements;

namespace SparseDnn.Lanes;

/// <summary>A register of 512 bits.</summary>
/// <typeparam name="T">Element type: float, double, int, long or ulong.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Lanes512<T> : ILanes<T, Vector512<T>>
    where T : unmanaged
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <inheritdoc/>
    public static int Count => Vector512<T>.Count;

    /// <inheritdoc/>
    public static int Stride => TileShape.Lanes<T>();

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> Load(ref readonly T source) => Vector512.LoadUnsafe(in source);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static void Store(Vector512<T> value, ref T destination) => value.StoreUnsafe(ref destination);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> Broadcast(T value) => Vector512.Create(value);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> Add(Vector512<T> a, Vector512<T> b) => a + b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> Subtract(Vector512<T> a, Vector512<T> b) => a - b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> Multiply(Vector512<T> a, Vector512<T> b) => a * b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> Divide(Vector512<T> a, Vector512<T> b) => a / b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> Negate(Vector512<T> a) =>
        Element.IsReal<T>() ? a ^ Vector512.Create(Element.SignBit<T>()) : Vector512<T>.Zero - a;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> Abs(Vector512<T> a) =>
        Element.IsReal<T>() ? Vector512.AndNot(a, Vector512.Create(Element.SignBit<T>())) : Vector512.Abs(a);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> FusedMultiplyAdd(Vector512<T> a, Vector512<T> b, Vector512<T> c) =>
        // The commonest case alone: what is inlined counts, even where it is left out.
        typeof(T) == typeof(float)
        && Avx512F.IsSupported
            ? Avx512F.FusedMultiplyAdd(a.AsSingle(), b.AsSingle(), c.AsSingle()).As<float, T>()
            : OtherFusedMultiplyAdd(a, b, c);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> Min(Vector512<T> a, Vector512<T> b)
    {
        if (!Element.IsReal<T>())
            return Vector512.Min(a, b);
        // Of equal numbers the union of the sign bits, so −0; where a is NaN, a; where b is, Lesser gives b.
        var equal = Vector512.ConditionalSelect(Vector512.Equals(a, b), a | b, Lesser(a, b));
        return Vector512.ConditionalSelect(Vector512.Equals(a, a), equal, a);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> Max(Vector512<T> a, Vector512<T> b)
    {
        if (!Element.IsReal<T>())
            return Vector512.Max(a, b);
        // Of equal numbers the intersection of the sign bits, so +0; where a is NaN, a; where b is, Greater gives b.
        var equal = Vector512.ConditionalSelect(Vector512.Equals(a, b), a & b, Greater(a, b));
        return Vector512.ConditionalSelect(Vector512.Equals(a, a), equal, a);
    }

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> Lesser(Vector512<T> a, Vector512<T> b) =>
        typeof(T) == typeof(float) && Avx512F.IsSupported ? Avx512F.Min(a.AsSingle(), b.AsSingle()).As<float, T>() : OtherLesser(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> Greater(Vector512<T> a, Vector512<T> b) =>
        typeof(T) == typeof(float) && Avx512F.IsSupported ? Avx512F.Max(a.AsSingle(), b.AsSingle()).As<float, T>() : OtherGreater(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> LessThan(Vector512<T> a, Vector512<T> b) => Vector512.LessThan(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> LessThanOrEqual(Vector512<T> a, Vector512<T> b) => Vector512.LessThanOrEqual(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> GreaterThan(Vector512<T> a, Vector512<T> b) => Vector512.GreaterThan(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> GreaterThanOrEqual(Vector512<T> a, Vector512<T> b) => Vector512.GreaterThanOrEqual(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> EqualTo(Vector512<T> a, Vector512<T> b) => Vector512.Equals(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> NotEqualTo(Vector512<T> a, Vector512<T> b) => ~Vector512.Equals(a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> Select(Vector512<T> mask, Vector512<T> a, Vector512<T> b) => Vector512.ConditionalSelect(mask, a, b);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> And(Vector512<T> a, Vector512<T> b) => a & b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> Rectify(Vector512<T> a) => Vector512.AndNot(a, Vector512.LessThanOrEqual(a, Vector512<T>.Zero));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> WhereEqual(Vector512<T> a, Vector512<T> b, Vector512<T> x, Vector512<T> y) =>
        Vector512.ConditionalSelect(Vector512.Equals(a, b), x, y);

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> Or(Vector512<T> a, Vector512<T> b) => a | b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> Xor(Vector512<T> a, Vector512<T> b) => a ^ b;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> Not(Vector512<T> a) => ~a;

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> ShiftLeft(Vector512<T> a, Vector512<T> counts) =>
        Vector512.Create(VectorShifts.ShiftLeft(a.GetLower(), counts.GetLower()), VectorShifts.ShiftLeft(a.GetUpper(), counts.GetUpper()));

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> ShiftRight(Vector512<T> a, Vector512<T> counts) =>
        Vector512.Create(
            VectorShifts.ShiftRight(a.GetLower(), counts.GetLower()),
            VectorShifts.ShiftRight(a.GetUpper(), counts.GetUpper())
        );

    /// <inheritdoc/>
    [MethodImpl(Inline)]
    public static Vector512<T> ShiftRightLogical(Vector512<T> a, Vector512<T> counts) =>
        Vector512.Create(
            VectorShifts.ShiftRightLogical(a.GetLower(), counts.GetLower()),
            VectorShifts.ShiftRightLogical(a.GetUpper(), counts.GetUpper())
        );

    /// <inheritdoc/>
    public static Vector512<T> Apply<TOperation>(Vector512<T> a, Vector512<T> b)
        where TOperation : struct, IScalarOperation<T>
    {
        var result = a;
        for (var i = 0; i < Vector512<T>.Count; i++)
            result = result.WithElement(i, TOperation.Apply(a.GetElement(i), b.GetElement(i)));
        return result;
    }

    [MethodImpl(Inline)]
    private static Vector512<T> OtherFusedMultiplyAdd(Vector512<T> a, Vector512<T> b, Vector512<T> c)
    {
        if (!Element.IsReal<T>())
            return (a * b) + c;
        if (typeof(T) == typeof(double) && Avx512F.IsSupported)
            return Avx512F.FusedMultiplyAdd(a.AsDouble(), b.AsDouble(), c.AsDouble()).As<double, T>();
        return Vector512.Create(
            Lanes256<T>.FusedMultiplyAdd(a.GetLower(), b.GetLower(), c.GetLower()),
            Lanes256<T>.FusedMultiplyAdd(a.GetUpper(), b.GetUpper(), c.GetUpper())
        );
    }

    [MethodImpl(Inline)]
    private static Vector512<T> OtherLesser(Vector512<T> a, Vector512<T> b)
    {
        if (typeof(T) == typeof(double) && Avx512F.IsSupported)
            return Avx512F.Min(a.AsDouble(), b.AsDouble()).As<double, T>();
        return Element.IsReal<T>() ? Vector512.ConditionalSelect(Vector512.LessThan(a, b), a, b) : Vector512.Min(a, b);
    }

    [MethodImpl(Inline)]
    private static Vector512<T> OtherGreater(Vector512<T> a, Vector512<T> b)
    {
        if (typeof(T) == typeof(double) && Avx512F.IsSupported)
            return Avx512F.Max(a.AsDouble(), b.AsDouble()).As<double, T>();
        return Element.IsReal<T>() ? Vector512.ConditionalSelect(Vector512.GreaterThan(a, b), a, b) : Vector512.Max(a, b);
    }
}
