namespace SparseDnn.Planning;

/// <summary>How a layer's rows are divided into panels.</summary>
/// <param name="Count">Number of panels.</param>
/// <param name="Rows">Rows of every panel; the last may have less.</param>
public readonly record struct PanelShape(int Count, int Rows)
{
    // Measured: 160 to 200 rows of two tiles, 40 to 50 KB, were best with 48 KB of first-level cache, and 128 within some percent of them.
    private const int MostRows = 176;

    /// <summary>The fewest panels, of rows as equal in number as they can be.</summary>
    /// <param name="rows">Rows of the layer, at least 1.</param>
    public static PanelShape Of(int rows)
    {
        var count = (rows + MostRows - 1) / MostRows;
        return new PanelShape(count, (rows + count - 1) / count);
    }

    /// <summary>
    /// Whether every list goes through the panels in their order, so that panel after panel keeps the order of its terms.
    /// </summary>
    /// <param name="lists">Lists of rows.</param>
    public bool Fits(IndexLists lists)
    {
        for (var list = 0; list < lists.Count; list++)
        {
            var rows = lists[list];
            for (var term = 1; term < rows.Length; term++)
                if (rows[term] / Rows < rows[term - 1] / Rows)
                    return false;
        }

        return true;
    }
}
