using System;
using System.Threading;
using SparseDnn.Inputs.Weights;
using SparseDnn.Topologies;

namespace SparseDnn.Networks.Kinds;

/// <summary>A layer between expansion and chaining: its edges and exact numbers, its shape perhaps still open.</summary>
internal sealed class RawLayer(LayersDeclaration source, string label, CsrPattern edges, DecimalValues? weights, bool shapeIsFixed)
{
    public LayersDeclaration Source { get; } = source;

    public string Label { get; } = label;

    /// <summary>The weights file that it was read from; null where there is none.</summary>
    public string? Path { get; init; }

    public CsrPattern Edges { get; private set; } = edges;

    /// <summary>One number an edge; null where every weight is One.</summary>
    public DecimalValues? Weights { get; private set; } = weights;

    public bool ShapeIsFixed { get; } = shapeIsFixed;

    public EpilogueDeclaration Epilogue => Source.Epilogue;

    public int Inputs => Edges.ColumnCount;

    public int Outputs => Edges.RowCount;

    /// <summary>The same layer once more.</summary>
    public RawLayer Copy() => new(Source, Label, Edges, Weights, ShapeIsFixed) { Path = Path };

    /// <summary>Adds neurons without edges at the end of either side.</summary>
    public void Grow(int inputs, int outputs)
    {
        if (inputs == Inputs && outputs == Outputs)
            return;
        var starts = new int[outputs + 1];
        for (var row = 0; row <= outputs; row++)
            starts[row] = row <= Outputs ? Edges.RowStarts[row] : Edges.EntryCount;
        Edges = new CsrPattern(outputs, inputs, starts, Edges.Columns.ToArray());
    }

    /// <summary>Takes away the edges whose weight is Zero: they are no edges.</summary>
    /// <param name="values">What Zero is.</param>
    /// <param name="cancellationToken">Checked for every row of edges.</param>
    public void DropZeros(ElementValues values, CancellationToken cancellationToken)
    {
        if (Weights is null)
            return;
        var kept = 0;
        for (var edge = 0; edge < (Weights.IsConstant ? Math.Min(1, Weights.Count) : Weights.Count); edge++)
            if (!values.IsZero(Weights[edge]))
                kept++;
        if (Weights.IsConstant ? kept > 0 || Weights.Count == 0 : kept == Weights.Count)
            return;
        int[] starts = new int[Outputs + 1],
            columns = new int[kept];
        var nearest = new double[kept];
        var residues = new sbyte[kept];
        for (int row = 0, edge = 0, next = 0; row < Outputs; row++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var column in Edges.Row(row))
            {
                var weight = Weights[edge++];
                if (values.IsZero(weight))
                    continue;
                columns[next] = column;
                nearest[next] = weight.Nearest;
                residues[next++] = weight.Residue;
            }

            starts[row + 1] = next;
        }

        Edges = new CsrPattern(Outputs, Inputs, starts, columns);
        Weights = new DecimalValues(nearest, Array.TrueForAll(residues, residue => residue == 0) ? null : residues);
    }
}
