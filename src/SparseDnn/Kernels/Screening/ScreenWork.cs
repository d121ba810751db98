using SparseDnn.Layouts;

namespace SparseDnn.Kernels.Screening;

/// <summary>The memory in which one thread screens items.</summary>
internal sealed unsafe class ScreenWork(ItemScreen screen)
{
    private readonly AlignedBuffer<byte> _bits = new((long)screen.BitRows * BitColumns.RowBytes);
    private readonly AlignedBuffer<byte> _squares = new(BitColumns.WorkBytes);
    private readonly AlignedBuffer<byte> _x = new((long)screen.MaxRows * BoundLayer.RowBytes);
    private readonly AlignedBuffer<byte> _y = new((long)screen.MaxRows * BoundLayer.RowBytes);
    private readonly AlignedBuffer<byte> _items = new(ItemBounds.Bytes);

    /// <summary>Rows of bits.</summary>
    public byte* Bits => _bits.Start;

    /// <summary>Where they are made.</summary>
    public byte* Squares => _squares.Start;

    /// <summary>Bounds of a layer's inputs.</summary>
    public byte* X => _x.Start;

    /// <summary>Bounds of its outputs.</summary>
    public byte* Y => _y.Start;

    /// <summary>What bounds say of items.</summary>
    public byte* Items => _items.Start;
}
