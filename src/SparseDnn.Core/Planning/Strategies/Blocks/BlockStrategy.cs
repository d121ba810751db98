using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies.Common;

namespace SparseDnn.Planning.Strategies.Blocks;

/// <summary>Four sums over one list of rows at once, as in dense blocks: a row is read once for four neurons.</summary>
internal sealed class BlockStrategy : Strategy
{
    /// <inheritdoc/>
    public override KernelStrategies Flag => KernelStrategies.Blocks;

    /// <inheritdoc/>
    public override string Name => "blocks";

    /// <inheritdoc/>
    public override RunConditions Conditions => RunConditions.None;

    /// <inheritdoc/>
    protected override StrategyChoice Examine(LayerState layer, PlanTarget target)
    {
        if (!layer.HasTables)
            return Decline("the layer has no tables");
        if (SharedLists.WhyNone(layer.Data) is { } reason)
            return Decline(reason);
        var costs = layer.Costs(target);
        if (!costs.IsWorthwhile(costs.Blocks))
            return Decline("rows read once for four sums would save less than the weights of two registers cost");
        return costs.Blocks <= costs.Panels ? Choose($" in blocks of {SharedLists.Sums} sums") : Decline("panels cost less");
    }
}
