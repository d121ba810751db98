using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SparseDnn.Elements;
using SparseDnn.Lanes;

namespace SparseDnn.Execution;

/// <summary>Finds the lanes of a tile in which some neuron is not Zero of the semiring.</summary>
/// <remarks>±0 count as one zero; every other Zero, such as +∞, has one bit pattern. NaN counts as alive.</remarks>
internal static unsafe class Liveness
{
    /// <summary>One bit a lane, set where any neuron has a value other than Zero.</summary>
    /// <remarks>
    /// Bits are or-ed as integers: as floats the union of two numbers could be a NaN that compares unequal to everything.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static uint Lanes<T>(T* tile, int neurons, int lanes, T zero)
        where T : unmanaged
    {
        if (lanes == 1)
            return IsZero(tile, neurons, zero) ? 0u : 1u;
        var pattern = Vector256.Create(zero).AsUInt64();
        Vector256<ulong> a = default,
            b = default,
            c = default,
            d = default;
        var row = (byte*)tile;
        for (var neuron = 0; neuron < neurons; neuron++, row += TileShape.BytesPerNeuron)
        {
            a |= Vector256.LoadAligned((ulong*)row) ^ pattern;
            b |= Vector256.LoadAligned((ulong*)(row + 32)) ^ pattern;
            c |= Vector256.LoadAligned((ulong*)(row + 64)) ^ pattern;
            d |= Vector256.LoadAligned((ulong*)(row + 96)) ^ pattern;
        }

        var signs = HasTwoZeros(zero) ? 1 : 0;
        return sizeof(T) == 4
            ? Four(a, signs) | (Four(b, signs) << 8) | (Four(c, signs) << 16) | (Four(d, signs) << 24)
            : Eight(a, signs) | (Eight(b, signs) << 4) | (Eight(c, signs) << 8) | (Eight(d, signs) << 12);
    }

    /// <summary>Whether all values have the bits of one that is not zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsAll<T>(T* values, int count, T value)
        where T : unmanaged =>
        sizeof(T) == 4
            ? new ReadOnlySpan<int>(values, count).IndexOfAnyExcept(Unsafe.As<T, int>(ref value)) < 0
            : new ReadOnlySpan<long>(values, count).IndexOfAnyExcept(Unsafe.As<T, long>(ref value)) < 0;

    /// <summary>Whether all values are Zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsZero<T>(T* values, int count, T zero)
        where T : unmanaged
    {
        var signs = HasTwoZeros(zero) ? 1 : 0;
        var pattern = Vector256.Create(zero).AsUInt64();
        var neuron = 0;
        for (; neuron + Vector256<T>.Count <= count; neuron += Vector256<T>.Count)
        {
            var bits = Vector256.Load((ulong*)(values + neuron)) ^ pattern;
            if ((sizeof(T) == 4 ? (bits.AsUInt32() << signs).AsUInt64() : bits << signs) != Vector256<ulong>.Zero)
                return false;
        }

        for (; neuron < count; neuron++)
            if (OtherBits(values[neuron], zero) << signs != 0)
                return false;
        return true;
    }

    // In the upper half of the result where elements have 32, so that a shift pushes out their sign.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong OtherBits<T>(T a, T b)
        where T : unmanaged =>
        sizeof(T) == 4
            ? (ulong)(Unsafe.BitCast<T, uint>(a) ^ Unsafe.BitCast<T, uint>(b)) << 32
            : Unsafe.BitCast<T, ulong>(a) ^ Unsafe.BitCast<T, ulong>(b);

    // Of floating-point types, everything but the sign is 0 in both.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasTwoZeros<T>(T zero)
        where T : unmanaged => Element.IsReal<T>() && Element.ToBits(zero) << 1 == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Four(Vector256<ulong> bits, int signs) =>
        (~Vector256.Equals(bits.AsUInt32() << signs, Vector256<uint>.Zero)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Eight(Vector256<ulong> bits, int signs) =>
        (~Vector256.Equals(bits << signs, Vector256<ulong>.Zero)).ExtractMostSignificantBits();
}
