using System;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SparseDnn.Lanes;

/// <summary>Facts about register widths.</summary>
internal static class VectorWidths
{
    /// <summary>The width to use where the caller leaves the choice.</summary>
    public static VectorWidth Best { get; } = Widest();

    /// <summary>The width that kernels run at: the asked one, or the widest below it that the machine accelerates.</summary>
    /// <param name="asked">What the caller asks for.</param>
    /// <remarks>Kernels of other widths are not compiled where the target is known to lack them.</remarks>
    public static VectorWidth Of(VectorWidth asked) => asked == VectorWidth.Auto || asked > Best ? Best : asked;

    /// <summary>What is wrong where a kernel is asked for a width that <see cref="Of"/> never gives.</summary>
    /// <param name="width">The width.</param>
    public static PlatformNotSupportedException NotAccelerated(VectorWidth width) => new($"This machine has no registers of {width}.");

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

    private static VectorWidth Widest()
    {
        if (Vector512.IsHardwareAccelerated)
            return VectorWidth.Bits512;
        if (Vector256.IsHardwareAccelerated)
            return VectorWidth.Bits256;
        return Vector128.IsHardwareAccelerated ? VectorWidth.Bits128 : VectorWidth.Scalar;
    }
}
