using System;
using SparseDnn.Networks;
using SparseDnn.Planning.Model;

namespace SparseDnn.Planning.Strategies.Panels;

/// <summary>
/// Two tiles of items at once, their rows in panels that stay in the first-level cache; for layers with individual weights.
/// </summary>
public sealed class PanelStrategy : Strategy
{
    // Below that nobody would notice, and hover texts stay short.
    private const int WorthMentioning = 4096;

    /// <inheritdoc/>
    public override KernelStrategies Flag => KernelStrategies.Panels;

    /// <inheritdoc/>
    public override string Name => "panels";

    /// <inheritdoc/>
    public override RunConditions Conditions => RunConditions.WideRegisters | RunConditions.ItemsOfNumbers | RunConditions.TwoTilesAThread;

    /// <summary>Why a layer cannot be computed in panels.</summary>
    /// <param name="data">The layer.</param>
    /// <param name="processor">Tells how many rows a panel may have.</param>
    /// <returns>The reason; null where it can be.</returns>
    public static string? WhyNot(LayerData data, ProcessorProfile processor) =>
        TableCosts.WhyNoWeights(data) ?? WhyNoPanels(data, PanelShape.Of(data.Inputs, processor));

    /// <inheritdoc/>
    protected override StrategyChoice Examine(LayerState layer, PlanTarget target)
    {
        var data = layer.Data;
        if (!layer.HasTables)
            return Decline("the layer has no tables");
        if (TableCosts.WhyNoWeights(data) is { } noWeights)
            return Decline(noWeights);
        var isRemark = !layer.Has(KernelStrategies.Blocks) && data.TermCount >= WorthMentioning;
        var shape = PanelShape.Of(data.Inputs, target.Processor);
        if (WhyNoPanels(data, shape) is { } noPanels)
            return Decline(noPanels, isRemark);
        if (layer.Has(KernelStrategies.Blocks))
            return Decline("blocks cost less");
        var costs = layer.Costs(target);
        return costs.IsWorthwhile(costs.Panels)
            ? Choose(
                shape.Count == 1
                    ? ", two tiles at a time"
                    : $", two tiles at a time in {NetworkPrinter.Grouped(shape.Count)} panels of {shape.Rows} rows"
            )
            : Decline(
                FormattableString.Invariant(
                    $"{(double)data.TermCount / data.Sums / shape.Count:F1} terms a sum and panel, waiting sums would cost more than near rows save"
                ),
                isRemark
            );
    }

    private static string? WhyNoPanels(LayerData data, PanelShape shape)
    {
        if (data.Partials.Count > 0 || data.Sums < data.Outputs)
            return "some sums are shared or taken by several rows";
        return shape.Fits(data.Lists) ? null : "the order of the terms goes back and forth";
    }
}
