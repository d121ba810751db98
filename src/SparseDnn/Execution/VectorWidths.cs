using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SparseDnn.Kernels;

namespace SparseDnn.Execution;

/// <summary>Facts about register widths.</summary>
internal static class VectorWidths
{
    /// <summary>The width to use where the caller leaves the choice.</summary>
    public static VectorWidth Best { get; } =
        Vector512.IsHardwareAccelerated ? VectorWidth.Bits512
        : Vector256.IsHardwareAccelerated ? VectorWidth.Bits256
        : Vector128.IsHardwareAccelerated ? VectorWidth.Bits128
        : VectorWidth.Scalar;

    /// <summary>Items in a register.</summary>
    public static int LanesPerRegister<T>(VectorWidth width)
        where T : unmanaged =>
        width switch
        {
            VectorWidth.Scalar => 1,
            VectorWidth.Bits128 => 16 / Unsafe.SizeOf<T>(),
            VectorWidth.Bits256 => 32 / Unsafe.SizeOf<T>(),
            _ => 64 / Unsafe.SizeOf<T>(),
        };

    /// <summary>Items in a tile, which is also the distance between neurons: one for the scalar kernels.</summary>
    public static int LanesPerTile<T>(VectorWidth width)
        where T : unmanaged => width == VectorWidth.Scalar ? 1 : TileShape.Lanes<T>();
}
