using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SparseDnn.Isa;

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
