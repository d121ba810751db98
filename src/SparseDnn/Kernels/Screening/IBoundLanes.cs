using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SparseDnn.Kernels.Screening;

/// <summary>Arithmetic on a register of bounds, one byte an item.</summary>
/// <typeparam name="TVector">Register type.</typeparam>
internal unsafe interface IBoundLanes<TVector>
    where TVector : struct
{
    /// <summary>One value in every lane.</summary>
    static abstract TVector Create(byte value);

    /// <summary>Reads aligned memory.</summary>
    static abstract TVector Load(byte* from);

    /// <summary>Writes aligned memory.</summary>
    static abstract void Store(TVector value, byte* to);

    /// <summary>min(x + y, 255).</summary>
    static abstract TVector Add(TVector x, TVector y);

    /// <summary>max(x − y, 0).</summary>
    static abstract TVector Subtract(TVector x, TVector y);

    /// <summary>The larger one.</summary>
    static abstract TVector Max(TVector x, TVector y);
}

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

/// <summary>64 bounds.</summary>
internal readonly unsafe struct BoundLanes512 : IBoundLanes<Vector512<byte>>
{
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
