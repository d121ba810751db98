using System.Linq;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;
using SparseDnn.Topologies;

namespace SparseDnn.Fixtures.Diagnosis.Plain;

/// <summary>A layer in binary64 with the mistakes that an implementation may make in it.</summary>
/// <param name="Edges">One row per output neuron.</param>
/// <param name="Weights">One value an edge, or a single one for all.</param>
/// <param name="Biases">One value an output.</param>
/// <param name="Source">The layer it is made from.</param>
/// <param name="Semiring">What edges do to a sum.</param>
internal sealed record PlainLayer(CsrPattern Edges, double[] Weights, double[] Biases, DyadicLayer Source, PlainSemiring Semiring)
{
    /// <summary>Neurons that need not be evaluated. Mistakes that do the same to equal numbers keep them.</summary>
    public RepeatedRows Rows { get; init; } = RepeatedRows.Of(Edges, Weights, Biases);

    public BiasMode BiasMode { get; init; } = Source.BiasMode;

    public bool HasReLU { get; init; } = Source.Semirings.IsReLU && Source.HasActivation;

    public double Ceiling { get; init; } = Source.Ceiling?.ToDouble() ?? double.PositiveInfinity;

    public bool HasCeiling => !double.IsPositiveInfinity(Ceiling);

    public bool HasBias => Biases.Any(bias => bias != 0);

    public bool IsPlusTimes => Source.Semirings.IsPlusTimes;

    public bool IsSquare => Edges.RowCount == Edges.ColumnCount;

    /// <summary>ReLU and ceiling act on the sum, and the bias comes last.</summary>
    public bool ActivatesBeforeBias { get; init; }

    /// <summary>The ceiling acts on the sum, then bias and ReLU.</summary>
    public bool CeilingBeforeBias { get; init; }

    /// <summary>Edges left out at the beginning of each row.</summary>
    public int SkippedFirst { get; init; }

    /// <summary>Edges left out at the end of each row.</summary>
    public int SkippedLast { get; init; }

    /// <summary>Each edge reads the input so many places further.</summary>
    public int ColumnShift { get; init; }

    /// <summary>The layer as it is meant; null where its numbers or its semiring go beyond binary64.</summary>
    public static PlainLayer? Of(DyadicLayer layer, StorageFormat accumulator)
    {
        if (
            layer.Semirings is { IsReLU: false, Select: not null }
            || PlainSemiring.Of(layer.Semirings.Correlate, accumulator) is not { } semiring
        )
            return null;
        if (!layer.Weights.Representatives.Concat(layer.Biases.Representatives).All(value => value.IsExactDouble || !value.IsFinite))
            return null;
        var weights =
            layer.Weights.IsConstant && layer.Weights.Count > 0
                ? [layer.Weights[0].ToDouble()]
                : layer.Weights.Select(weight => weight.ToDouble()).ToArray();
        return new PlainLayer(layer.Edges, weights, layer.Biases.Select(bias => bias.ToDouble()).ToArray(), layer, semiring);
    }

    /// <summary>The layer with inputs and outputs exchanged.</summary>
    public PlainLayer Transposed()
    {
        var rows = Enumerable
            .Range(0, Edges.ColumnCount)
            .Select(_ => new System.Collections.Generic.List<(int Column, double Weight)>())
            .ToArray();
        for (int row = 0, edge = 0; row < Edges.RowCount; row++)
            foreach (var column in Edges.Row(row))
                rows[column].Add((row, Weights.Length == 1 ? Weights[0] : Weights[edge++]));
        var builder = new CsrBuilder(Edges.ColumnCount, Edges.RowCount, Edges.EntryCount);
        foreach (var row in rows)
            builder.AddRow(row.Select(entry => entry.Column).ToArray());
        var (edges, weights) = (
            builder.Build(),
            Weights.Length == 1 ? Weights : rows.SelectMany(row => row.Select(entry => entry.Weight)).ToArray()
        );
        return this with { Edges = edges, Weights = weights, Rows = RepeatedRows.Of(edges, weights, Biases) };
    }
}
