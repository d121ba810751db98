using SparseDnn.Layouts;

namespace SparseDnn.Execution;

/// <summary>
/// Two tiles that go through the layers side by side, and the two that take their outputs: each in one piece of memory, so that a kernel
/// reaches both from one address.
/// </summary>
internal sealed class PairedTiles<T>
    where T : unmanaged
{
    // Rows of the two tiles at one distance modulo a page would wait for each other's stores.
    private const int Skew = 9;

    /// <summary>Makes room.</summary>
    /// <param name="rows">Most rows of a layer, shared sums included.</param>
    /// <param name="lanes">Lanes of a tile.</param>
    public PairedTiles(int rows, int lanes)
    {
        Distance = (nint)(rows + Skew) * lanes;
        AlignedBuffer<T> first = new(2 * Distance),
            second = new(2 * Distance);
        Current = [new Tile<T>(first, 0, lanes), new Tile<T>(first, Distance, lanes)];
        Next = [new Tile<T>(second, 0, lanes), new Tile<T>(second, Distance, lanes)];
    }

    /// <summary>Elements from a value of the first tile to that of the second.</summary>
    public nint Distance { get; }

    /// <summary>The two tiles that hold activations.</summary>
    public Tile<T>[] Current { get; private set; }

    /// <summary>The two that take what is computed from them.</summary>
    public Tile<T>[] Next { get; private set; }

    /// <summary>What was computed becomes current, for the same items.</summary>
    public void Swap()
    {
        for (var half = 0; half < 2; half++)
        {
            Next[half].Count = Current[half].Count;
            Current[half].Items.CopyTo(Next[half].Items, 0);
        }

        (Current, Next) = (Next, Current);
    }
}
