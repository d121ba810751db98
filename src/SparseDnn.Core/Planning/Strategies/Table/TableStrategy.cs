using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies.Common;

namespace SparseDnn.Planning.Strategies.Table;

/// <summary>A loop over index and weight tables, several neurons in flight: any layer, any width.</summary>
/// <remarks>
/// Left out only where code computes the layer at every width. With individual weights code wins for one register of items only; on wider
/// tiles the loop loads each weight once for several registers. Both form the same sums, so a layer may have both.
/// </remarks>
internal sealed class TableStrategy : Strategy
{
    /// <inheritdoc/>
    public override KernelStrategies Flag => KernelStrategies.TableLoop;

    /// <inheritdoc/>
    public override string Name => "the table loop";

    /// <inheritdoc/>
    public override RunConditions Conditions => RunConditions.None;

    /// <inheritdoc/>
    protected override StrategyChoice Examine(LayerState layer, PlanTarget target) =>
        layer.Has(KernelStrategies.StraightLine) && layer.Data.Weights.IsConstant
            ? Decline("straight-line code of one weight serves every width")
            : Choose();
}
