using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SparseDnn.Elements;

namespace SparseDnn.Execution;

/// <summary>Multiplies inputs, each rounded once, by the weight that all edges of the first layer have in common.</summary>
internal static unsafe class InputScaling
{
    /// <summary>Multiplies.</summary>
    /// <param name="values">The inputs.</param>
    /// <param name="count">How many.</param>
    /// <param name="scale">The factor.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply<T>(T* values, long count, T scale)
        where T : unmanaged
    {
        long i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var factor = Vector256.Create(scale);
            for (; i + Vector256<T>.Count <= count; i += Vector256<T>.Count)
                (Vector256.Load(values + i) * factor).Store(values + i);
        }

        for (; i < count; i++)
            values[i] = Element.FusedMultiplyAdd(values[i], scale, default);
    }
}
