using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SparseDnn.Isa.X86;

/// <summary>By the gather instruction of AVX2: the faster one on Intel's processors.</summary>
internal readonly unsafe struct HardwareGather : IRowGather
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load<T>(T* x, ushort* rows)
        where T : unmanaged =>
        typeof(T) == typeof(float)
            ? Avx2.GatherVector256((float*)x, Avx2.ConvertToVector256Int32(rows), sizeof(float)).As<float, T>()
            : Avx2.GatherVector256((double*)x, Sse41.ConvertToVector128Int32(rows), sizeof(double)).As<double, T>();
}
