using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SparseDnn.Elements;

/// <summary>Weights that are stored as elements.</summary>
internal readonly struct OwnWeight : IStoredWeight
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Bytes<T>()
        where T : unmanaged => Unsafe.SizeOf<T>();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Load<T>(ref readonly byte weights, nint index)
        where T : unmanaged => Unsafe.Add(ref Unsafe.As<byte, T>(ref Unsafe.AsRef(in weights)), index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Vector256<T> Load256<T>(byte* weights)
        where T : unmanaged => Vector256.Load((T*)weights);
}
