using System;
using System.Linq;

namespace SparseDnn.Core.Tests.Exact.Mutations.Faults;

/// <summary>Patterns and weights read wrongly.</summary>
internal static class PatternFaults
{
    public static (string Name, Func<Kernel, Kernel> Plant)[] Rows { get; } =
    [
        ("column index one too high", Columns((column, count) => (column + 1) % count)),
        ("column index one too low", Columns((column, count) => (column + count - 1) % count)),
        ("column index one too high, held at the last", Columns((column, count) => Math.Min(column + 1, count - 1))),
        ("column index of four bits", Columns((column, _) => column & 15)),
        ("column index of five bits", Columns((column, _) => column & 31)),
        ("columns mirrored", Columns((column, count) => count - 1 - column)),
        ("neighbouring columns exchanged", Columns((column, count) => Math.Min(column ^ 1, count - 1))),
        ("pattern transposed where square", Layers(layer => layer.IsSquare ? Transposed(layer, 0) : layer)),
        (
            "pattern transposed, its weights left in place",
            Layers(layer => layer.IsSquare ? KeptWeights(layer, Transposed(layer, 0)) : layer)
        ),
        ("pattern transposed modulo its sizes", Layers(layer => layer.IsSquare ? layer : Transposed(layer, 1))),
        ("rows begin one edge late", Layers(layer => Shifted(layer, 1))),
        ("rows begin one edge early", Layers(layer => Shifted(layer, -1))),
        (
            "rows end one edge late",
            Layers(layer => layer.EachRow((row, neuron) => neuron + 1 < layer.Outputs ? row.Concat(layer.Rows[neuron + 1].Take(1)) : row))
        ),
        ("row of the next neuron", Rowwise(1)),
        ("row of the previous neuron", Rowwise(-1)),
        ("rows mirrored", Layers(layer => layer with { Rows = [.. layer.Rows.Reverse()] })),
        ("last row without edges", Layers(layer => layer with { Rows = [.. layer.Rows.SkipLast(1), []] })),
        (
            "rows without edges take the row before",
            Layers(layer => layer.EachRow((row, neuron) => row.Length == 0 && neuron > 0 ? layer.Rows[neuron - 1] : row))
        ),
        (
            "weight of a layer's first edge everywhere",
            Layers(layer => layer.EachEdge(edge => edge with { Weight = layer.Rows.First(row => row.Length > 0)[0].Weight }))
        ),
        ("weights of one everywhere", Layers(layer => layer.EachEdge(edge => edge with { Weight = 1 }))),
        ("signs of weights lost", Layers(layer => layer.EachEdge(edge => edge with { Weight = Math.Abs(edge.Weight) }))),
        ("negative weights lost", Layers(layer => layer.EachRow((row, _) => row.Where(edge => edge.Weight > 0)))),
        ("weights doubled", Layers(layer => layer.EachEdge(edge => edge with { Weight = 2 * edge.Weight }))),
        (
            "edges of weights below a 16th dropped",
            Layers(layer => layer.EachRow((row, _) => row.Where(edge => Math.Abs(edge.Weight) >= 0.0625)))
        ),
    ];

    private static Func<Kernel, Kernel> Layers(Func<PlainLayer, PlainLayer> change) =>
        kernel => kernel with { Network = network => network.EachLayer((layer, _) => change(layer)) };

    private static Func<Kernel, Kernel> Columns(Func<int, int, int> column) =>
        Layers(layer => layer.EachEdge(edge => edge with { Input = column(edge.Input, layer.Inputs) }));

    private static Func<Kernel, Kernel> Rowwise(int by) =>
        Layers(layer =>
            layer with
            {
                Rows = [.. layer.Rows.Select((_, neuron) => layer.Rows[(neuron + by + layer.Outputs) % layer.Outputs])],
            }
        );

    private static PlainLayer Transposed(PlainLayer layer, int shift)
    {
        var edges = layer
            .Rows.SelectMany(
                (row, neuron) =>
                    row.Select(edge => (Row: edge.Input % layer.Outputs, Edge: edge with { Input = (neuron + shift) % layer.Inputs }))
            )
            .ToLookup(edge => edge.Row, edge => edge.Edge);
        return layer.EachRow((_, neuron) => edges[neuron].OrderBy(edge => edge.Input));
    }

    private static PlainLayer KeptWeights(PlainLayer layer, PlainLayer transposed)
    {
        var weights = layer.Rows.SelectMany(row => row).Select(edge => edge.Weight).ToArray();
        var next = 0;
        return transposed with
        {
            Rows = [.. transposed.Rows.Select(row => Array.ConvertAll(row, edge => edge with { Weight = weights[next++] }))],
        };
    }

    private static PlainLayer Shifted(PlainLayer layer, int by)
    {
        var edges = layer.Rows.SelectMany(row => row).ToArray();
        var start = 0;
        return layer with
        {
            Rows = [.. layer.Rows.Select(row => Array.ConvertAll(row, _ => edges[(start++ + by + edges.Length) % edges.Length]))],
        };
    }
}
