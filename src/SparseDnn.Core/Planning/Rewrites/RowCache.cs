namespace SparseDnn.Planning;

/// <summary>
/// A model of the first cache while a tile goes through a layer: 32 KB, 8 ways of 64-byte lines, the line used least lately gives way; a
/// row of a tile is two lines.
/// </summary>
/// <remarks>
/// The same on every machine, because a plan must be. Offsets, weights and outputs, which pass through once, are left out.
/// </remarks>
internal sealed class RowCache
{
    /// <summary>Rows that it holds.</summary>
    public const int Rows = Sets * Ways;

    private const int Sets = 32,
        Ways = 8;

    // Row + 1 by set, the latest first; 0 for nothing.
    private readonly int[] _rows = new int[Sets * Ways];

    /// <summary>How many reads found their row elsewhere.</summary>
    public long Misses { get; private set; }

    /// <summary>Reads a row.</summary>
    /// <param name="row">Its number.</param>
    public void Read(int row)
    {
        var first = row % Sets * Ways;
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
