using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SparseDnn.Isa.X86;

namespace SparseDnn.Elements;

/// <summary>Weights in bfloat16 for kernels of float: the upper half of binary32, so a shift widens one without rounding.</summary>
internal readonly struct BFloat16Weight : IStoredWeight
{
    private const int LowerHalf = 16;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Bytes<T>()
        where T : unmanaged => sizeof(ushort);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load<T>(ref readonly byte weights, nint index)
        where T : unmanaged =>
        Unsafe.BitCast<uint, T>((uint)Unsafe.Add(ref Unsafe.As<byte, ushort>(ref Unsafe.AsRef(in weights)), index) << LowerHalf);

    /// <inheritdoc/>
    /// <remarks>By the instruction that widens eight at once: packed columns exist only where the processor has it.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Vector256<T> Load256<T>(byte* weights)
        where T : unmanaged => (Widening.Load((ushort*)weights) << LowerHalf).As<int, T>();
}
