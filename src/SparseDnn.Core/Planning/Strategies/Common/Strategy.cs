using SparseDnn.Planning.Model;

namespace SparseDnn.Planning.Strategies.Common;

/// <summary>A way to compute layers: when it is chosen, and why not elsewhere.</summary>
/// <remarks>All form the sums of the plan in the plan's order, so a choice never changes a bit.</remarks>
internal abstract class Strategy
{
    /// <summary>The flag by which users switch it off, and by which tables carry the choice.</summary>
    public abstract KernelStrategies Flag { get; }

    /// <summary>Its name within sentences.</summary>
    public abstract string Name { get; }

    /// <summary>What must hold at run time for it to be used.</summary>
    public abstract RunConditions Conditions { get; }

    /// <summary>Chooses or declines.</summary>
    /// <param name="layer">The layer, of which earlier strategies of the table have been tried.</param>
    /// <param name="target">For whom the plan is made.</param>
    public StrategyChoice Try(LayerState layer, PlanTarget target) => layer.Allows(Flag) ? Examine(layer, target) : Decline("switched off");

    /// <summary>Chooses or declines where users allow it.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="target">For whom the plan is made.</param>
    protected abstract StrategyChoice Examine(LayerState layer, PlanTarget target);

    /// <summary>Chosen.</summary>
    /// <param name="remark">What the layer's explanation says of it behind "table-driven"; empty for nothing.</param>
    protected StrategyChoice Choose(string remark = "") => new StrategyChoice.Chosen(Flag, Name, Conditions, remark);

    /// <summary>Declined.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="isRemark">Whether the layer's explanation tells it.</param>
    protected StrategyChoice Decline(string reason, bool isRemark = false) => new StrategyChoice.Declined(Flag, Name, reason, isRemark);
}
