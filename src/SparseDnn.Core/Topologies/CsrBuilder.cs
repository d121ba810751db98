using System;
using System.Collections.Generic;

namespace SparseDnn.Topologies;

/// <summary>Builds a <see cref="CsrPattern"/> row by row.</summary>
internal sealed class CsrBuilder
{
    private readonly int _columnCount;
    private readonly int[] _rowStarts;
    private readonly List<int> _columns;
    private int _row;

    /// <summary>Starts an empty pattern.</summary>
    /// <param name="rowCount">Rows that will be added.</param>
    /// <param name="columnCount">Bound of the column indices.</param>
    /// <param name="expectedEntries">A guess of the number of entries.</param>
    public CsrBuilder(int rowCount, int columnCount, int expectedEntries = 0)
    {
        _columnCount = columnCount;
        _rowStarts = new int[rowCount + 1];
        _columns = new List<int>(expectedEntries);
    }

    /// <summary>Adds one row; its columns are sorted here.</summary>
    /// <param name="columns">Distinct columns in any order; the span is sorted in place.</param>
    public void AddRow(int[] columns)
    {
        Array.Sort(columns);
        _columns.AddRange(columns);
        _rowStarts[++_row] = _columns.Count;
    }

    /// <summary>The finished pattern, after as many rows as announced.</summary>
    public CsrPattern Build() => new(_rowStarts.Length - 1, _columnCount, _rowStarts, _columns.ToArray());
}
