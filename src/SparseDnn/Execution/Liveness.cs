using System;
using System.Runtime.Intrinsics;
using SparseDnn.Kernels;

namespace SparseDnn.Execution;

/// <summary>Finds the lanes of a tile in which some neuron is not zero.</summary>
internal static unsafe class Liveness
{
    /// <summary>One bit a lane, set where any neuron has a value other than ±0; NaN counts as alive.</summary>
    /// <remarks>Bits are or-ed as integers: as floats the union of two numbers could be a NaN that compares unequal to everything.</remarks>
    public static uint Lanes<T>(T* tile, int neurons, int lanes)
        where T : unmanaged
    {
        if (lanes == 1) return IsZero(tile, neurons) ? 0u : 1u;
        Vector256<ulong> a = default, b = default, c = default, d = default;
        var row = (byte*)tile;
        for (var neuron = 0; neuron < neurons; neuron++, row += TileShape.BytesPerNeuron)
        {
            a |= Vector256.LoadAligned((ulong*)row);
            b |= Vector256.LoadAligned((ulong*)(row + 32));
            c |= Vector256.LoadAligned((ulong*)(row + 64));
            d |= Vector256.LoadAligned((ulong*)(row + 96));
        }

        return sizeof(T) == 4
            ? Singles(a) | (Singles(b) << 8) | (Singles(c) << 16) | (Singles(d) << 24)
            : Doubles(a) | (Doubles(b) << 4) | (Doubles(c) << 8) | (Doubles(d) << 12);
    }

    /// <summary>Whether all values are ±0.</summary>
    public static bool IsZero<T>(T* values, int count)
        where T : unmanaged => sizeof(T) == 4
            ? new ReadOnlySpan<float>(values, count).IndexOfAnyExcept(0f) < 0
            : new ReadOnlySpan<double>(values, count).IndexOfAnyExcept(0d) < 0;

    private static uint Singles(Vector256<ulong> bits) => Vector256.GreaterThan(bits.AsUInt32() << 1, Vector256<uint>.Zero).ExtractMostSignificantBits();

    private static uint Doubles(Vector256<ulong> bits) => Vector256.GreaterThan(bits << 1, Vector256<ulong>.Zero).ExtractMostSignificantBits();
}
