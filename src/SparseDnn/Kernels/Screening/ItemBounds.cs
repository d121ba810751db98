using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SparseDnn.Isa;

namespace SparseDnn.Kernels.Screening;

/// <summary>What bounds say of 128 items.</summary>
/// <param name="Most">For each item the largest bound that the last layer left.</param>
/// <param name="Over">For each item 255 once a sum did not fit in a byte.</param>
internal readonly unsafe record struct ItemBounds(nint Most, nint Over)
{
    private const int Items = BoundLayer.ItemsAtOnce;

    /// <summary>Bytes of both.</summary>
    public const int Bytes = 2 * Items;

    /// <summary>Nothing yet of items whose bounds are in aligned memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ItemBounds At(byte* memory)
    {
        for (var item = 0; item < Items; item += Vector256<byte>.Count)
            Vector256<byte>.Zero.StoreAligned(memory + Items + item);
        return new((nint)memory, (nint)memory + Items);
    }

    /// <summary>Takes down what a layer left.</summary>
    /// <param name="item">First item of a register.</param>
    /// <param name="most">The largest bounds.</param>
    /// <param name="less">At most so much was taken away from sums.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Note<TVector, TLanes>(int item, TVector most, byte less)
        where TVector : struct
        where TLanes : struct, IBoundLanes<TVector>
    {
        TLanes.Store(most, (byte*)Most + item);
        TLanes.Store(TLanes.Max(TLanes.Load((byte*)Over + item), TLanes.Add(most, TLanes.Create(less))), (byte*)Over + item);
    }

    /// <summary>Whether another layer may tell more: some item has bounds above 0, all of which hold.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool MayTellMore()
    {
        Vector256<byte> open = default;
        for (var item = 0; item < Items; item += Vector256<byte>.Count)
            open |= Vector256.AndNot(
                Vector256.LoadAligned((byte*)Most + item),
                Vector256.Equals(Vector256.LoadAligned((byte*)Over + item), Vector256<byte>.AllBitsSet)
            );
        return open != Vector256<byte>.Zero;
    }

    /// <summary>Which of 32 items may have a value above 0, one bit each.</summary>
    /// <param name="first">The first of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint MayLive(int first)
    {
        var dead = Vector256.Equals(Vector256.LoadAligned((byte*)Most + first), Vector256<byte>.Zero);
        var over = Vector256.Equals(Vector256.LoadAligned((byte*)Over + first), Vector256<byte>.AllBitsSet);
        return ~Vector256.AndNot(dead, over).ExtractMostSignificantBits();
    }
}
