using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SparseDnn.Elements;
using SparseDnn.Layouts;

namespace SparseDnn.Execution;

/// <summary>Items of bytes or bits into a tile.</summary>
internal static unsafe class NarrowItems
{
    /// <summary>Widens up to eight items into as many lanes.</summary>
    /// <param name="inputs">Bytes or bits.</param>
    /// <param name="neurons">Values in an item.</param>
    /// <param name="items">The items, at most eight.</param>
    /// <param name="to">First lane of theirs.</param>
    /// <param name="stride">Lanes of the tile.</param>
    /// <param name="one">What a set bit becomes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Load<T>(in BatchInputs inputs, int neurons, ReadOnlySpan<int> items, T* to, int stride, T one)
        where T : unmanaged
    {
        if (typeof(T) == typeof(float) && inputs.Form == InputForm.Bits && items.Length == 8 && Vector256.IsHardwareAccelerated)
        {
            EightOfBits(inputs, neurons, items, (float*)to, stride, (float)(object)one);
            return;
        }

        var lanes = Math.Min(8, stride);
        for (var lane = 0; lane < lanes; lane++)
        {
            var target = to + lane;
            if (lane >= items.Length)
            {
                for (var neuron = 0; neuron < neurons; neuron++, target += stride)
                    *target = default;
                continue;
            }

            var item = inputs.Item(items[lane]);
            if (inputs.Form == InputForm.Bits)
                for (var neuron = 0; neuron < neurons; neuron++, target += stride)
                    *target = ((item[neuron >> 3] >> (neuron & 7)) & 1) != 0 ? one : default;
            else
                for (var neuron = 0; neuron < neurons; neuron++, target += stride)
                    *target = Element.FromNumber<T>(item[neuron]);
        }
    }

    /// <summary>Whether an item is all zeros.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool IsZero(in BatchInputs inputs, int item, int neurons)
    {
        if (inputs.Form == InputForm.Bytes)
            return new ReadOnlySpan<byte>(inputs.Item(item), neurons).IndexOfAnyExcept((byte)0) < 0;
        var whole = neurons / 8;
        return new ReadOnlySpan<byte>(inputs.Item(item), whole).IndexOfAnyExcept((byte)0) < 0
            && (neurons % 8 == 0 || (inputs.Item(item)[whole] & ((1 << (neurons % 8)) - 1)) == 0);
    }

    // 32 neurons of eight items are eight words; bit k of each becomes a register of neuron k.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void EightOfBits(in BatchInputs inputs, int neurons, ReadOnlySpan<int> items, float* to, int stride, float value)
    {
        byte* a = inputs.Item(items[0]),
            b = inputs.Item(items[1]),
            c = inputs.Item(items[2]),
            d = inputs.Item(items[3]);
        byte* e = inputs.Item(items[4]),
            f = inputs.Item(items[5]),
            g = inputs.Item(items[6]),
            h = inputs.Item(items[7]);
        var one = Vector256.Create(value).AsUInt32();
        var neuron = 0;
        for (; neuron + 32 <= neurons; neuron += 32)
        {
            var at = neuron >> 3;
            var words = Vector256.Create(
                Word(a + at),
                Word(b + at),
                Word(c + at),
                Word(d + at),
                Word(e + at),
                Word(f + at),
                Word(g + at),
                Word(h + at)
            );
            var bit = Vector256.Create(1u);
            for (var k = 0; k < 32; k++, to += stride)
            {
                (Vector256.Equals(words & bit, bit) & one).AsSingle().Store(to);
                bit <<= 1;
            }
        }

        for (; neuron < neurons; neuron++, to += stride)
        {
            var (at, shift) = (neuron >> 3, neuron & 7);
            to[0] = ((a[at] >> shift) & 1) * value;
            to[1] = ((b[at] >> shift) & 1) * value;
            to[2] = ((c[at] >> shift) & 1) * value;
            to[3] = ((d[at] >> shift) & 1) * value;
            to[4] = ((e[at] >> shift) & 1) * value;
            to[5] = ((f[at] >> shift) & 1) * value;
            to[6] = ((g[at] >> shift) & 1) * value;
            to[7] = ((h[at] >> shift) & 1) * value;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Word(byte* bytes) => Unsafe.ReadUnaligned<uint>(bytes);
}
