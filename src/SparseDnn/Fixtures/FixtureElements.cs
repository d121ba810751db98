using System;
using System.Linq;
using System.Runtime.CompilerServices;
using SparseDnn.Numerics;

namespace SparseDnn;

/// <summary>Which element type holds which format, and the bits of its values.</summary>
internal static class FixtureElements
{
    /// <summary>Demands that a type holds a format.</summary>
    /// <exception cref="NotSupportedException">It does not; the message names the type that does.</exception>
    public static void Demand<T>(StorageFormat format, string what)
    {
        if (!Holds<T>(format))
            throw new NotSupportedException($"{what} are {format}, which {typeof(T).Name} does not hold; use {format.TypeText}.");
    }

    /// <summary>Whether a type holds a format.</summary>
    public static bool Holds<T>(StorageFormat format) => typeof(T).Namespace == nameof(System) && typeof(T).Name == format.ClrName;

    /// <summary>The format that a type holds where nothing else is said: the widest, without scale.</summary>
    /// <exception cref="NotSupportedException">The type holds no format.</exception>
    public static StorageFormat Default<T>() =>
        StorageFormats.All.FirstOrDefault(Holds<T>)
        ?? throw new NotSupportedException(
            $"{typeof(T).Name} holds no format; use "
                + $"{string.Join(", ", StorageFormats.All.Select(row => row.TypeText).Distinct(StringComparer.Ordinal))}."
        );

    /// <summary>A value's bits, in the low bits.</summary>
    public static ulong ToBits<T>(T value)
        where T : unmanaged =>
        Unsafe.SizeOf<T>() switch
        {
            1 => Unsafe.As<T, byte>(ref value),
            2 => Unsafe.As<T, ushort>(ref value),
            4 => Unsafe.As<T, uint>(ref value),
            _ => Unsafe.As<T, ulong>(ref value),
        };

    /// <summary>The value of bits.</summary>
    public static T FromBits<T>(ulong bits)
        where T : unmanaged
    {
        var value = default(T);
        switch (Unsafe.SizeOf<T>())
        {
            case 1:
                Unsafe.As<T, byte>(ref value) = (byte)bits;
                break;
            case 2:
                Unsafe.As<T, ushort>(ref value) = (ushort)bits;
                break;
            case 4:
                Unsafe.As<T, uint>(ref value) = (uint)bits;
                break;
            default:
                Unsafe.As<T, ulong>(ref value) = bits;
                break;
        }

        return value;
    }
}
