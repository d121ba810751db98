using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SparseDnn.Layouts;

namespace SparseDnn.Kernels.Screening;

/// <summary>Items of values or bytes to bits that are no smaller: 1 for what is above 0, where nothing is above 1.</summary>
internal static unsafe class ItemPacking
{
    private const uint BitsOfOne = 0x3F800000;

    /// <summary>Packs an item.</summary>
    /// <param name="inputs">Values, as floats, or bytes.</param>
    /// <param name="item">Which.</param>
    /// <param name="neurons">Values in an item.</param>
    /// <param name="to">Receives the bits, in whole words of 32.</param>
    /// <returns>Whether all its values lie between 0 and 1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool TryPack(in BatchInputs inputs, int item, int neurons, uint* to) =>
        inputs.Form == InputForm.Values ? Values((float*)inputs.Item(item), neurons, to) : Bytes(inputs.Item(item), neurons, to);

    // As integers floats from +0 to 1 are in order, and −0, negative ones and NaN lie outside.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Values(float* from, int neurons, uint* to)
    {
        Vector256<uint> most = default;
        var neuron = 0;
        for (; neuron + 32 <= neurons; neuron += 32)
        {
            var a = Vector256.Load((uint*)from + neuron);
            var b = Vector256.Load((uint*)from + neuron + 8);
            var c = Vector256.Load((uint*)from + neuron + 16);
            var d = Vector256.Load((uint*)from + neuron + 24);
            most = Vector256.Max(most, Vector256.Max(Vector256.Max(a, b), Vector256.Max(c, d)));
            *to++ = Bits(a) | (Bits(b) << 8) | (Bits(c) << 16) | (Bits(d) << 24);
        }

        var fits = Vector256.LessThanOrEqualAll(most, Vector256.Create(BitsOfOne));
        if (neuron == neurons)
            return fits;
        *to = 0;
        for (; neuron < neurons; neuron++)
        {
            var bits = BitConverter.SingleToUInt32Bits(from[neuron]);
            fits &= bits <= BitsOfOne;
            if (bits > 0)
                *to |= 1u << neuron;
        }

        return fits;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool Bytes(byte* from, int neurons, uint* to)
    {
        Vector256<byte> any = default;
        var neuron = 0;
        for (; neuron + 32 <= neurons; neuron += 32)
        {
            var a = Vector256.Load(from + neuron);
            any |= a;
            *to++ = (a.AsUInt16() << 7).AsByte().ExtractMostSignificantBits();
        }

        var fits = (any & Vector256.Create((byte)0xFE)) == Vector256<byte>.Zero;
        if (neuron == neurons)
            return fits;
        *to = 0;
        for (; neuron < neurons; neuron++)
        {
            fits &= from[neuron] <= 1;
            *to |= (uint)(from[neuron] & 1) << neuron;
        }

        return fits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bits(Vector256<uint> values) =>
        Vector256.GreaterThan(values.AsInt32(), Vector256<int>.Zero).ExtractMostSignificantBits();
}
