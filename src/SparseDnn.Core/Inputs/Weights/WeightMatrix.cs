using System.Collections.Generic;
using SparseDnn.Topologies;

namespace SparseDnn.Inputs.Weights;

/// <summary>
/// A weight matrix as read from a file: edges by output neuron, and values that remember what decimal rounding took from them.
/// </summary>
/// <remarks>Equality contract: equal edges, values and remarks of the file about its shape and zeros.</remarks>
public sealed record WeightMatrix
{
    internal WeightMatrix(CsrPattern edges, DecimalValues values, bool hasDeclaredShape) =>
        (Edges, Values, HasDeclaredShape) = (edges, values, hasDeclaredShape);

    /// <summary>One row per output neuron (column of the file), one column per input neuron (row of the file).</summary>
    public CsrPattern Edges { get; private init; }

    /// <summary>Value of each edge, in the order of <see cref="Edges"/>.</summary>
    public DecimalValues Values { get; private init; }

    /// <summary>False where the format carries no shape and it was taken from the largest indices.</summary>
    public bool HasDeclaredShape { get; }

    /// <summary>Entries of value 0 that the file lists, edges or not; null where it lists none.</summary>
    internal ZeroEntries? Zeros { get; init; }

    /// <summary>Whether the file lists positions without values, so that every value is 1: One, where the format holds bits.</summary>
    public bool IsPattern { get; init; }

    /// <summary>Without the edges of value 0: in a network over plus-times an absent edge means the same.</summary>
    public WeightMatrix WithoutZeros()
    {
        var starts = new int[Edges.RowCount + 1];
        var columns = new List<int>();
        var nearest = new List<double>();
        var residues = new List<sbyte>();
        for (int row = 0, edge = 0; row < Edges.RowCount; row++)
        {
            foreach (var column in Edges.Row(row))
            {
                var value = Values[edge++];
                if (value.IsZero)
                    continue;
                columns.Add(column);
                nearest.Add(value.Nearest);
                residues.Add(value.Residue);
            }

            starts[row + 1] = columns.Count;
        }

        return columns.Count == Edges.EntryCount
            ? this
            : this with
            {
                Edges = new CsrPattern(Edges.RowCount, Edges.ColumnCount, starts, columns.ToArray()),
                Values = DecimalValues.Of(nearest.ToArray(), residues.ToArray()),
            };
    }
}
