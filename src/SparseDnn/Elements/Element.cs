using System;
using System.Runtime.CompilerServices;

namespace SparseDnn.Elements;

/// <summary>
/// From an element type that a caller knows only as T to its <see cref="IElement{T}"/>: the one place that names the types. The
/// just-in-time compiler answers while it compiles.
/// </summary>
internal static class Element
{
    private const MethodImplOptions Inline = MethodImplOptions.AggressiveInlining;

    /// <summary>Whether a type is floating point.</summary>
    /// <remarks>Asked for every term of minima and maxima, so it is not nested as the others are: inlining has a budget.</remarks>
    [MethodImpl(Inline)]
    public static bool IsReal<T>() => typeof(T) == typeof(float) || typeof(T) == typeof(double);

    /// <summary><see cref="IElement{T}.Format"/>.</summary>
    /// <exception cref="NotSupportedException">There are no networks of the type.</exception>
    public static ElementFormat Format<T>()
        where T : unmanaged => Ask<T, FormatQuestion, ElementFormat>(default);

    /// <summary><see cref="IElement{T}.HoldsBits"/>.</summary>
    [MethodImpl(Inline)]
    public static bool HoldsBits<T>()
        where T : unmanaged => Ask<T, HoldsBitsQuestion, bool>(default);

    /// <summary><see cref="IElement{T}.One"/>.</summary>
    [MethodImpl(Inline)]
    public static T One<T>()
        where T : unmanaged => Ask<T, OneQuestion<T>, T>(default);

    /// <summary><see cref="IElement{T}.AllOnes"/>.</summary>
    [MethodImpl(Inline)]
    public static T AllOnes<T>()
        where T : unmanaged => Ask<T, AllOnesQuestion<T>, T>(default);

    /// <summary><see cref="IElement{T}.SignBit"/>.</summary>
    [MethodImpl(Inline)]
    public static T SignBit<T>()
        where T : unmanaged => Ask<T, SignBitQuestion<T>, T>(default);

    /// <summary><see cref="IElement{T}.FusedMultiplyAdd"/>.</summary>
    [MethodImpl(Inline)]
    public static T FusedMultiplyAdd<T>(T a, T b, T c)
        where T : unmanaged => Ask<T, FusedMultiplyAddQuestion<T>, T>(new(a, b, c));

    /// <summary><see cref="IElement{T}.FromNumber"/>.</summary>
    [MethodImpl(Inline)]
    public static T FromNumber<T>(double number)
        where T : unmanaged => Ask<T, FromNumberQuestion<T>, T>(new(number));

    /// <summary><see cref="IElement{T}.FromBits"/>.</summary>
    [MethodImpl(Inline)]
    public static T FromBits<T>(long bits)
        where T : unmanaged => Ask<T, FromBitsQuestion<T>, T>(new(bits));

    /// <summary><see cref="IElement{T}.ToBits"/>.</summary>
    [MethodImpl(Inline)]
    public static long ToBits<T>(T value)
        where T : unmanaged => Ask<T, ToBitsQuestion<T>, long>(new(value));

    [MethodImpl(Inline)]
    private static TAnswer Ask<T, TQuestion, TAnswer>(TQuestion question)
        where T : unmanaged
        where TQuestion : struct, IQuestion<TAnswer>
    {
        if (typeof(T) == typeof(float))
            return question.Ask<Binary32Element, float>();
        if (typeof(T) == typeof(double))
            return question.Ask<Binary64Element, double>();
        if (typeof(T) == typeof(int))
            return question.Ask<Int32Element, int>();
        if (typeof(T) == typeof(long))
            return question.Ask<Int64Element, long>();
        if (typeof(T) == typeof(ulong))
            return question.Ask<Word64Element, ulong>();
        if (typeof(T) == typeof(bool))
            return question.Ask<BooleanElement, bool>();
        throw new NotSupportedException($"Networks of {typeof(T).Name} do not exist; use float, double, int, long, bool or ulong.");
    }

    private interface IQuestion<TAnswer>
    {
        TAnswer Ask<TElement, TOwn>()
            where TElement : struct, IElement<TOwn>
            where TOwn : unmanaged;
    }

    private readonly struct FormatQuestion : IQuestion<ElementFormat>
    {
        public ElementFormat Ask<TElement, TOwn>()
            where TElement : struct, IElement<TOwn>
            where TOwn : unmanaged => TElement.Format;
    }

    private readonly struct HoldsBitsQuestion : IQuestion<bool>
    {
        [MethodImpl(Inline)]
        public bool Ask<TElement, TOwn>()
            where TElement : struct, IElement<TOwn>
            where TOwn : unmanaged => TElement.HoldsBits;
    }

    private readonly struct OneQuestion<T> : IQuestion<T>
        where T : unmanaged
    {
        [MethodImpl(Inline)]
        public T Ask<TElement, TOwn>()
            where TElement : struct, IElement<TOwn>
            where TOwn : unmanaged => Unsafe.BitCast<TOwn, T>(TElement.One);
    }

    private readonly struct AllOnesQuestion<T> : IQuestion<T>
        where T : unmanaged
    {
        [MethodImpl(Inline)]
        public T Ask<TElement, TOwn>()
            where TElement : struct, IElement<TOwn>
            where TOwn : unmanaged => Unsafe.BitCast<TOwn, T>(TElement.AllOnes);
    }

    private readonly struct SignBitQuestion<T> : IQuestion<T>
        where T : unmanaged
    {
        [MethodImpl(Inline)]
        public T Ask<TElement, TOwn>()
            where TElement : struct, IElement<TOwn>
            where TOwn : unmanaged => Unsafe.BitCast<TOwn, T>(TElement.SignBit);
    }

    private readonly struct FusedMultiplyAddQuestion<T>(T a, T b, T c) : IQuestion<T>
        where T : unmanaged
    {
        [MethodImpl(Inline)]
        public T Ask<TElement, TOwn>()
            where TElement : struct, IElement<TOwn>
            where TOwn : unmanaged =>
            Unsafe.BitCast<TOwn, T>(
                TElement.FusedMultiplyAdd(Unsafe.BitCast<T, TOwn>(a), Unsafe.BitCast<T, TOwn>(b), Unsafe.BitCast<T, TOwn>(c))
            );
    }

    private readonly struct FromNumberQuestion<T>(double number) : IQuestion<T>
        where T : unmanaged
    {
        [MethodImpl(Inline)]
        public T Ask<TElement, TOwn>()
            where TElement : struct, IElement<TOwn>
            where TOwn : unmanaged => Unsafe.BitCast<TOwn, T>(TElement.FromNumber(number));
    }

    private readonly struct FromBitsQuestion<T>(long bits) : IQuestion<T>
        where T : unmanaged
    {
        [MethodImpl(Inline)]
        public T Ask<TElement, TOwn>()
            where TElement : struct, IElement<TOwn>
            where TOwn : unmanaged => Unsafe.BitCast<TOwn, T>(TElement.FromBits(bits));
    }

    private readonly struct ToBitsQuestion<T>(T value) : IQuestion<long>
        where T : unmanaged
    {
        [MethodImpl(Inline)]
        public long Ask<TElement, TOwn>()
            where TElement : struct, IElement<TOwn>
            where TOwn : unmanaged => TElement.ToBits(Unsafe.BitCast<T, TOwn>(value));
    }
}
