using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SparseDnn.Isa.X86;

/// <summary>32 bounds.</summary>
internal readonly unsafe struct BoundLanes256 : IBoundLanes<Vector256<byte>>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Create(byte value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Load(byte* from) => Vector256.LoadAligned(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<byte> value, byte* to) => value.StoreAligned(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Add(Vector256<byte> x, Vector256<byte> y) => Avx2.AddSaturate(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Subtract(Vector256<byte> x, Vector256<byte> y) => Avx2.SubtractSaturate(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<byte> Max(Vector256<byte> x, Vector256<byte> y) => Avx2.Max(x, y);
}
