using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SparseDnn.Elements;
using SparseDnn.Planning.Model;

namespace SparseDnn.Execution;

/// <summary>Follows activations through the layers and says where the processor's own min and max may be used.</summary>
/// <remarks>A layer that keeps its demand needs no second look; elsewhere the activations are looked at once before the layer.</remarks>
internal struct OrderTracker<T>(NetworkExecutor<T> network)
    where T : unmanaged
{
    // What is known of the current activations; Never stands for nothing.
    private OrderedInputs _known;

    /// <summary>Forgets what is known, because the activations were exchanged.</summary>
    public void Forget() => _known = OrderedInputs.Never;

    /// <summary>Whether a layer may use them, and what will be known of its outputs.</summary>
    /// <param name="layer">0-based.</param>
    /// <param name="activations">The layer's inputs.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Enter(int layer, ReadOnlySpan<T> activations)
    {
        var demand = network.Layers.Demand(layer, out var keeps);
        if (demand is OrderedInputs.Never or OrderedInputs.Always)
        {
            _known = OrderedInputs.Never;
            return demand == OrderedInputs.Always;
        }

        if (!Meets(demand))
            _known = Look(activations);
        var ordered = Meets(demand);
        _known = ordered && keeps ? demand : OrderedInputs.Never;
        return ordered;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool Meets(OrderedInputs demand) => _known == OrderedInputs.NonNegative || _known == demand;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static OrderedInputs Look(ReadOnlySpan<T> values)
    {
        if (!Element.IsReal<T>())
            return OrderedInputs.NonNegative;
        return Unsafe.SizeOf<T>() == sizeof(float) ? Look(MemoryMarshal.Cast<T, uint>(values)) : Look(MemoryMarshal.Cast<T, ulong>(values));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static OrderedInputs Look(ReadOnlySpan<uint> bits)
    {
        const uint Infinity = 0x7F800000,
            Sign = 0x80000000;
        Vector256<uint> bad = default,
            signs = default;
        var i = 0;
        for (; i + Vector256<uint>.Count <= bits.Length; i += Vector256<uint>.Count)
        {
            var x = Vector256.LoadUnsafe(in bits[i]);
            // As signed integers without the sign bit, NaN lies above infinity.
            bad |=
                Vector256.GreaterThan((x & Vector256.Create(~Sign)).AsInt32(), Vector256.Create((int)Infinity)).AsUInt32()
                | Vector256.Equals(x, Vector256.Create(Sign));
            signs |= x;
        }

        bool anyBad = bad != Vector256<uint>.Zero,
            anySign = (signs & Vector256.Create(Sign)) != Vector256<uint>.Zero;
        for (; i < bits.Length; i++)
        {
            anyBad |= (bits[i] & ~Sign) > Infinity || bits[i] == Sign;
            anySign |= (bits[i] & Sign) != 0;
        }

        if (anyBad)
            return OrderedInputs.Never;
        if (anySign)
            return OrderedInputs.NoNaN;
        return OrderedInputs.NonNegative;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static OrderedInputs Look(ReadOnlySpan<ulong> bits)
    {
        const ulong Infinity = 0x7FF0000000000000,
            Sign = 0x8000000000000000;
        Vector256<ulong> bad = default,
            signs = default;
        var i = 0;
        for (; i + Vector256<ulong>.Count <= bits.Length; i += Vector256<ulong>.Count)
        {
            var x = Vector256.LoadUnsafe(in bits[i]);
            bad |=
                Vector256.GreaterThan((x & Vector256.Create(~Sign)).AsInt64(), Vector256.Create((long)Infinity)).AsUInt64()
                | Vector256.Equals(x, Vector256.Create(Sign));
            signs |= x;
        }

        bool anyBad = bad != Vector256<ulong>.Zero,
            anySign = (signs & Vector256.Create(Sign)) != Vector256<ulong>.Zero;
        for (; i < bits.Length; i++)
        {
            anyBad |= (bits[i] & ~Sign) > Infinity || bits[i] == Sign;
            anySign |= (bits[i] & Sign) != 0;
        }

        if (anyBad)
            return OrderedInputs.Never;
        if (anySign)
            return OrderedInputs.NoNaN;
        return OrderedInputs.NonNegative;
    }
}
