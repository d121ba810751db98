using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SparseDnn.Kernels;

/// <summary>How the rows of the sums in a register are brought together.</summary>
internal unsafe interface IRowGather
{
    /// <summary>One value a lane.</summary>
    /// <typeparam name="T">float or double.</typeparam>
    /// <param name="x">Row 0.</param>
    /// <param name="rows">The row of each lane.</param>
    static abstract Vector256<T> Load<T>(T* x, ushort* rows)
        where T : unmanaged;
}

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

/// <summary>By a load a lane: the faster one where the instruction is microcode, as on AMD's processors.</summary>
internal readonly unsafe struct LaneLoads : IRowGather
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<T> Load<T>(T* x, ushort* rows)
        where T : unmanaged
    {
        if (typeof(T) == typeof(double))
        {
            var d = (double*)x;
            return Vector256.Create(Vector128.Create(d[rows[0]], d[rows[1]]), Vector128.Create(d[rows[2]], d[rows[3]])).As<double, T>();
        }

        var f = (float*)x;
        return Vector256
            .Create(
                Vector128.Create(f[rows[0]], f[rows[1]], f[rows[2]], f[rows[3]]),
                Vector128.Create(f[rows[4]], f[rows[5]], f[rows[6]], f[rows[7]])
            )
            .As<float, T>();
    }
}
