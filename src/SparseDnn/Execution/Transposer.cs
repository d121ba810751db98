using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SparseDnn.Execution;

/// <summary>Moves items between their own order (item-major) and a tile's (neuron-major).</summary>
internal static unsafe class Transposer
{
    /// <summary>Items of each lane into a tile; unused lanes of the last block of eight become Zero.</summary>
    /// <param name="inputs">All items.</param>
    /// <param name="neurons">Values in an item.</param>
    /// <param name="tile">The tile, with its lanes' items.</param>
    /// <param name="zero">Zero of the semiring.</param>
    public static void Load<T>(T* inputs, int neurons, Tile<T> tile, T zero)
        where T : unmanaged
    {
        var stride = tile.Items.Length;
        for (var lane = 0; lane < tile.Count; lane += 8)
        {
            var to = tile.Activations.Start + lane;
            if (lane + 8 <= tile.Count) Eight(inputs, neurons, tile.Items.AsSpan(lane, 8), to, stride);
            else Rest(inputs, neurons, tile.Items.AsSpan(lane, tile.Count - lane), to, stride, zero);
        }
    }

    /// <summary>The rows of one item to the outputs that they are.</summary>
    public static void Spread<T>(T* rows, ReadOnlySpan<int> rowOfOutput, ref T output)
        where T : unmanaged
    {
        for (var neuron = 0; neuron < rowOfOutput.Length; neuron++) Unsafe.Add(ref output, neuron) = rows[rowOfOutput[neuron]];
    }

    /// <summary>One lane of a tile back to its item.</summary>
    public static void Store<T>(T* activations, int stride, int lane, T* output, int neurons, ReadOnlySpan<int> rowOfOutput)
        where T : unmanaged
    {
        activations += lane;
        if (rowOfOutput.Length > 0)
        {
            for (var neuron = 0; neuron < rowOfOutput.Length; neuron++) output[neuron] = activations[(nint)rowOfOutput[neuron] * stride];
            return;
        }

        for (var neuron = 0; neuron < neurons; neuron++, activations += stride) output[neuron] = *activations;
    }

    private static void Eight<T>(T* inputs, int neurons, ReadOnlySpan<int> items, T* to, int stride)
        where T : unmanaged
    {
        T* a = inputs + ((long)items[0] * neurons), b = inputs + ((long)items[1] * neurons), c = inputs + ((long)items[2] * neurons), d = inputs + ((long)items[3] * neurons);
        T* e = inputs + ((long)items[4] * neurons), f = inputs + ((long)items[5] * neurons), g = inputs + ((long)items[6] * neurons), h = inputs + ((long)items[7] * neurons);
        var neuron = 0;
        if (Avx.IsSupported && sizeof(T) == sizeof(float))
        {
            for (; neuron + 8 <= neurons; neuron += 8, to += 8 * stride)
                EightByEight((float*)(a + neuron), (float*)(b + neuron), (float*)(c + neuron), (float*)(d + neuron), (float*)(e + neuron), (float*)(f + neuron), (float*)(g + neuron), (float*)(h + neuron), (float*)to, stride);
        }

        for (; neuron < neurons; neuron++, to += stride)
        {
            to[0] = a[neuron];
            to[1] = b[neuron];
            to[2] = c[neuron];
            to[3] = d[neuron];
            to[4] = e[neuron];
            to[5] = f[neuron];
            to[6] = g[neuron];
            to[7] = h[neuron];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EightByEight(float* a, float* b, float* c, float* d, float* e, float* f, float* g, float* h, float* to, int stride)
    {
        // Each register holds four values of one item and four of another; unpacking pairs, then halves, brings eight items of a neuron together.
        var ae = Two(a, e);
        var bf = Two(b, f);
        var cg = Two(c, g);
        var dh = Two(d, h);
        Four(ae, bf, cg, dh, to, stride);
        ae = Two(a + 4, e + 4);
        bf = Two(b + 4, f + 4);
        cg = Two(c + 4, g + 4);
        dh = Two(d + 4, h + 4);
        Four(ae, bf, cg, dh, to + (4 * stride), stride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Two(float* low, float* high) => Vector256.Create(Vector128.Load(low), Vector128.Load(high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four(Vector256<float> ae, Vector256<float> bf, Vector256<float> cg, Vector256<float> dh, float* to, int stride)
    {
        var ab = Avx.UnpackLow(ae, bf);
        var cd = Avx.UnpackLow(cg, dh);
        Avx.Shuffle(ab, cd, 0b01_00_01_00).Store(to);
        Avx.Shuffle(ab, cd, 0b11_10_11_10).Store(to + stride);
        ab = Avx.UnpackHigh(ae, bf);
        cd = Avx.UnpackHigh(cg, dh);
        Avx.Shuffle(ab, cd, 0b01_00_01_00).Store(to + (2 * stride));
        Avx.Shuffle(ab, cd, 0b11_10_11_10).Store(to + (3 * stride));
    }

    private static void Rest<T>(T* inputs, int neurons, ReadOnlySpan<int> items, T* to, int stride, T zero)
        where T : unmanaged
    {
        var lanes = Math.Min(8, stride);
        for (var neuron = 0; neuron < neurons; neuron++, to += stride)
        {
            for (var i = 0; i < items.Length; i++) to[i] = inputs[((long)items[i] * neurons) + neuron];
            for (var i = items.Length; i < lanes; i++) to[i] = zero;
        }
    }
}
