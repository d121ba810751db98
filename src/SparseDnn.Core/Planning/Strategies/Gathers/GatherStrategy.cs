using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies.Common;

namespace SparseDnn.Planning.Strategies.Gathers;

/// <summary>Rows of packed columns brought together by the processor's gather instruction, instead of by a load a lane.</summary>
/// <remarks>
/// Neither the vendor nor a feature bit tells which is faster, so the plan leaves it to a measurement at run time; both load the same bits.
/// </remarks>
internal sealed class GatherStrategy : Strategy
{
    /// <summary>What must hold at run time; the runtime asks it.</summary>
    public const RunConditions Needs = RunConditions.Avx2 | RunConditions.SingleItem | RunConditions.FasterGathers;

    /// <inheritdoc/>
    public override KernelStrategies Flag => KernelStrategies.Gathers;

    /// <inheritdoc/>
    public override string Name => "gathers";

    /// <inheritdoc/>
    public override RunConditions Conditions => Needs;

    /// <inheritdoc/>
    protected override StrategyChoice Examine(LayerState layer, PlanTarget target) =>
        layer.Has(KernelStrategies.Columns) ? Choose() : Decline("the layer has no packed columns");
}
