using System;
using SparseDnn.Networks;
using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies.Common;

namespace SparseDnn.Planning.Strategies.Panels;

/// <summary>
/// Two tiles of items at once, their rows in panels that stay in the first-level cache; for layers with individual weights.
/// </summary>
internal sealed class PanelStrategy : Strategy
{
    /// <summary>What must hold at run time; the runtime asks it.</summary>
    public const RunConditions Needs = RunConditions.WideRegisters | RunConditions.ItemsOfNumbers | RunConditions.TwoTilesAThread;

    // Below that nobody would notice, and hover texts stay short.
    private const int WorthMentioning = 4096;

    /// <inheritdoc/>
    public override KernelStrategies Flag => KernelStrategies.Panels;

    /// <inheritdoc/>
    public override string Name => "panels";

    /// <inheritdoc/>
    public override RunConditions Conditions => Needs;

    /// <inheritdoc/>
    protected override StrategyChoice Examine(LayerState layer, PlanTarget target)
    {
        var data = layer.Data;
        if (!layer.HasTables)
            return Decline("the layer has no tables");
        if (IndividualWeights.WhyNone(data) is { } noWeights)
            return Decline(noWeights);
        var isRemark = !layer.Has(KernelStrategies.Blocks) && data.TermCount >= WorthMentioning;
        var shape = PanelShape.Of(data.Inputs, target.Processor);
        if (shape.WhyNone(data) is { } noPanels)
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
                FormattableString.Invariant($"{(double)data.TermCount / data.Sums / shape.Count:F1} terms a sum and panel, ")
                    + "waiting sums would cost more than near rows save",
                isRemark
            );
    }
}
