using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SparseDnn.Isa.X86;

/// <summary>64 bounds.</summary>
internal readonly unsafe struct BoundLanes512 : IBoundLanes<Vector512<byte>>
{
    /// <summary>Whether the processor has them; compilers know.</summary>
    public static bool IsSupported
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Avx512BW.IsSupported;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Create(byte value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Load(byte* from) => Vector512.LoadAligned(from);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<byte> value, byte* to) => value.StoreAligned(to);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Add(Vector512<byte> x, Vector512<byte> y) => Avx512BW.AddSaturate(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Subtract(Vector512<byte> x, Vector512<byte> y) => Avx512BW.SubtractSaturate(x, y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<byte> Max(Vector512<byte> x, Vector512<byte> y) => Avx512BW.Max(x, y);
}
