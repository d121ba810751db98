using SparseDnn.Planning.Model;

namespace SparseDnn.Planning.Rewriting;

/// <summary>
/// A model of a processor's first cache while a tile goes through a layer: 8 ways, the line used least lately gives way; a row of a tile is
/// 128 bytes.
/// </summary>
/// <remarks>
/// The same on every machine, because a plan must be. Offsets, weights and outputs, which pass through once, are left out.
/// </remarks>
/// <param name="processor">The processor, whose cache holds a power of two of rows.</param>
internal sealed class RowCache(ProcessorProfile processor)
{
    private const int Ways = 8,
        BytesPerRow = 128;

    // Row + 1 by set, the latest first; 0 for nothing.
    private readonly int[] _rows = new int[Capacity(processor)];
    private readonly int _lastSet = (Capacity(processor) / Ways) - 1;

    /// <summary>Rows that a processor's cache holds.</summary>
    /// <param name="processor">The processor.</param>
    public static int Capacity(ProcessorProfile processor) => processor.FirstCacheBytes / BytesPerRow;

    /// <summary>How many reads found their row elsewhere.</summary>
    public long Misses { get; private set; }

    /// <summary>Reads a row.</summary>
    /// <param name="row">Its number.</param>
    public void Read(int row)
    {
        var first = (row & _lastSet) * Ways;
        var moved = row + 1;
        for (var way = first; way < first + Ways; way++)
        {
            (moved, _rows[way]) = (_rows[way], moved);
            if (moved == row + 1)
                return;
        }

        Misses++;
    }
}
