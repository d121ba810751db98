using System.Collections.Generic;
using System.Linq;
using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies.Bits;
using SparseDnn.Planning.Strategies.Blocks;
using SparseDnn.Planning.Strategies.Columns;
using SparseDnn.Planning.Strategies.Common;
using SparseDnn.Planning.Strategies.Gathers;
using SparseDnn.Planning.Strategies.Panels;
using SparseDnn.Planning.Strategies.Screening;
using SparseDnn.Planning.Strategies.StraightLine;
using SparseDnn.Planning.Strategies.Table;
using SparseDnn.Primitives;

namespace SparseDnn.Planning.Strategies;

/// <summary>All strategies, in the order in which a layer is offered to them: each may ask what became of those before it.</summary>
internal static class StrategyTable
{
    /// <summary>The strategies.</summary>
    public static IReadOnlyList<Strategy> All { get; } =
    [
        new StraightLineStrategy(),
        new TableStrategy(),
        new BlockStrategy(),
        new PanelStrategy(),
        new ColumnStrategy(),
        new GatherStrategy(),
        new BitStrategy(),
        new ScreeningStrategy(),
    ];

    /// <summary>Offers a layer to all of them.</summary>
    /// <param name="layer">The layer; learns what was chosen.</param>
    /// <param name="target">For whom the plan is made.</param>
    /// <returns>What became of each, in the order of the table.</returns>
    public static EquatableArray<StrategyChoice> Choose(LayerState layer, PlanTarget target)
    {
        foreach (var strategy in All)
            layer.Note(strategy.Try(layer, target));
        return new(layer.Choices.ToArray());
    }
}
