using System;
using SparseDnn.Planning.Model;

namespace SparseDnn.Planning.Strategies.Common;

/// <summary>How a layer's rows are divided into panels.</summary>
/// <param name="Count">Number of panels.</param>
/// <param name="Rows">Rows of every panel; the last may have less.</param>
internal readonly record struct PanelShape(int Count, int Rows)
{
    /// <summary>The fewest panels, of rows as equal in number as they can be.</summary>
    /// <param name="rows">Rows of the layer.</param>
    /// <param name="processor">Tells how many rows a panel may have.</param>
    public static PanelShape Of(int rows, ProcessorProfile processor)
    {
        rows = Math.Max(1, rows);
        var count = (rows + processor.PanelRows - 1) / processor.PanelRows;
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

    /// <summary>Why a layer cannot be computed in panels.</summary>
    /// <param name="data">The layer.</param>
    /// <param name="processor">Tells how many rows a panel may have.</param>
    /// <returns>The reason; null where it can be.</returns>
    public static string? WhyNone(LayerData data, ProcessorProfile processor) =>
        IndividualWeights.WhyNone(data) ?? Of(data.Inputs, processor).WhyNone(data);

    /// <summary>Why a layer with individual weights cannot be computed in such panels.</summary>
    /// <param name="data">The layer.</param>
    /// <returns>The reason; null where it can be.</returns>
    public string? WhyNone(LayerData data)
    {
        if (data.Partials.Count > 0 || data.Sums < data.Outputs)
            return "some sums are shared or taken by several rows";
        return Fits(data.Lists) ? null : "the order of the terms goes back and forth";
    }
}
