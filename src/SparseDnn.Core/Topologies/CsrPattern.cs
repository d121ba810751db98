using System;
using SparseDnn.Primitives;

namespace SparseDnn.Topologies;

/// <summary>
/// Which entries of a sparse matrix exist, in compressed-row form: row i's columns are <c>Columns[RowStarts[i] .. RowStarts[i+1]]</c>,
/// ascending.
/// </summary>
/// <remarks>
/// A layer's edges are kept with one row per <b>output</b> neuron and one column per input neuron (the transpose of the
/// weight matrix W), because that is the order in which sums are formed.
/// Equality contract: equal shape and equal entries, decided by a 128-bit content hash and the counts.
/// </remarks>
public sealed class CsrPattern : IEquatable<CsrPattern>
{
    private readonly int[] _rowStarts;
    private readonly int[] _columns;

    /// <summary>Wraps arrays that the caller gives up. Columns must ascend strictly within each row.</summary>
    /// <param name="rowCount">Rows, at least 0.</param>
    /// <param name="columnCount">Columns, at least 0.</param>
    /// <param name="rowStarts">rowCount + 1 ascending positions, from 0 to the number of entries.</param>
    /// <param name="columns">Column of each entry, row by row.</param>
    /// <exception cref="ArgumentException">The arrays contradict the shape or the order.</exception>
    public CsrPattern(int rowCount, int columnCount, int[] rowStarts, int[] columns)
    {
        RowCount = rowCount;
        ColumnCount = columnCount;
        _rowStarts = rowStarts ?? throw new ArgumentNullException(nameof(rowStarts));
        _columns = columns ?? throw new ArgumentNullException(nameof(columns));
        Check();
        Hash = ContentHash.Start.Add(rowCount).Add(columnCount).Add(rowStarts).Add(columns);
    }

    /// <summary>Number of rows; of output neurons where the pattern is a layer's.</summary>
    public int RowCount { get; }

    /// <summary>Number of columns; of input neurons where the pattern is a layer's.</summary>
    public int ColumnCount { get; }

    /// <summary>Number of entries; of edges where the pattern is a layer's.</summary>
    public int EntryCount => _columns.Length;

    /// <summary>rowCount + 1 positions into <see cref="Columns"/>.</summary>
    public ReadOnlySpan<int> RowStarts => _rowStarts;

    /// <summary>Column of each entry, ascending within a row.</summary>
    public ReadOnlySpan<int> Columns => _columns;

    /// <summary>Hash of shape and entries.</summary>
    internal ContentHash Hash { get; }

    /// <summary>The columns of one row, ascending.</summary>
    /// <param name="row">0 to <see cref="RowCount"/> − 1.</param>
    public ReadOnlySpan<int> Row(int row) => _columns.AsSpan(_rowStarts[row], _rowStarts[row + 1] - _rowStarts[row]);

    /// <inheritdoc/>
    public bool Equals(CsrPattern? other) =>
        other is not null
        && (
            ReferenceEquals(this, other)
            || (Hash == other.Hash && RowCount == other.RowCount && ColumnCount == other.ColumnCount && EntryCount == other.EntryCount)
        );

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CsrPattern);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.GetHashCode();

    private void Check()
    {
        if (
            RowCount < 0
            || ColumnCount < 0
            || _rowStarts.Length != RowCount + 1
            || _rowStarts[0] != 0
            || _rowStarts[RowCount] != _columns.Length
        )
            throw new ArgumentException($"Row starts do not describe {RowCount} rows of {_columns.Length} entries.");
        for (var row = 0; row < RowCount; row++)
        {
            if (_rowStarts[row + 1] < _rowStarts[row] || _rowStarts[row + 1] > _columns.Length)
                throw new ArgumentException($"Row {row} ends at {_rowStarts[row + 1]}, outside the entries.");
            var previous = -1;
            for (var i = _rowStarts[row]; i < _rowStarts[row + 1]; i++)
            {
                if (_columns[i] <= previous || _columns[i] >= ColumnCount)
                    throw new ArgumentException($"Row {row}: column {_columns[i]} is out of order or not below {ColumnCount}.");
                previous = _columns[i];
            }
        }
    }
}
