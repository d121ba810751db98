using System;
using System.Linq;
using System.Runtime.CompilerServices;
using SparseDnn.Numerics;

namespace SparseDnn;

/// <summary>Which element type holds which format, and the bits of its values.</summary>
internal static class FixtureElements
{
    private static readonly (Type Type, string Keyword, string[] Formats)[] Rows =
    [
        (typeof(double), "double", ["binary64"]),
        (typeof(float), "float", ["binary32", "tf32"]),
        (typeof(Half), "System.Half", ["binary16"]),
        (typeof(ushort), "ushort (its bits)", ["bfloat16"]),
        (typeof(byte), "byte (its bits)", ["e4m3", "e5m2"]),
        (typeof(sbyte), "sbyte", ["int8"]),
        (typeof(short), "short", ["int16"]),
        (typeof(int), "int", ["int32"]),
        (typeof(long), "long", ["int64"]),
        (typeof(bool), "bool", ["bool"]),
        (typeof(ulong), "ulong", ["word64"]),
    ];

    /// <summary>Demands that a type holds a format.</summary>
    /// <exception cref="NotSupportedException">It does not; the message names the type that does.</exception>
    public static void Demand<T>(StorageFormat format, string what)
    {
        var row = Rows.FirstOrDefault(row => row.Formats.Contains(format.BaseName));
        if (Holds<T>(format))
            return;
        throw new NotSupportedException(
            row.Type is null
                ? $"No element type holds {format}."
                : $"{what} are {format}, which {typeof(T).Name} does not hold; use {row.Keyword}."
        );
    }

    /// <summary>Whether a type holds a format.</summary>
    public static bool Holds<T>(StorageFormat format) => Rows.Any(row => row.Type == typeof(T) && row.Formats.Contains(format.BaseName));

    /// <summary>The format that a type holds where nothing else is said: the first of its row, without scale.</summary>
    /// <exception cref="NotSupportedException">The type holds no format.</exception>
    public static StorageFormat Default<T>() =>
        Rows.FirstOrDefault(row => row.Type == typeof(T)).Formats is { } formats && StorageFormats.TryParse(formats[0], out var format)
            ? format
            : throw new NotSupportedException(
                $"{typeof(T).Name} holds no format; use {string.Join(", ", Rows.Select(row => row.Keyword))}."
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
