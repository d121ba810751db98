using SparseDnn.Formats;
using SparseDnn.Topologies;

namespace SparseDnn.Networks;

/// <summary>A layer between expansion and chaining: its edges and exact numbers, its shape perhaps still open.</summary>
internal sealed class RawLayer(LayersDeclaration source, string label, CsrPattern edges, DecimalValues weights, bool shapeIsFixed, EpilogueDeclaration epilogue)
{
    public LayersDeclaration Source { get; } = source;

    public string Label { get; } = label;

    public CsrPattern Edges { get; private set; } = edges;

    public DecimalValues Weights { get; } = weights;

    public bool ShapeIsFixed { get; } = shapeIsFixed;

    public EpilogueDeclaration Epilogue { get; } = epilogue;

    public int Inputs => Edges.ColumnCount;

    public int Outputs => Edges.RowCount;

    /// <summary>Adds neurons without edges at the end of either side.</summary>
    public void Grow(int inputs, int outputs)
    {
        if (inputs == Inputs && outputs == Outputs) return;
        var starts = new int[outputs + 1];
        for (var row = 0; row <= outputs; row++) starts[row] = row <= Outputs ? Edges.RowStarts[row] : Edges.EntryCount;
        Edges = new CsrPattern(outputs, inputs, starts, Edges.Columns.ToArray());
    }
}
