namespace SparseDnn.Planning.Model;

/// <summary>What became of one strategy for one layer: chosen, or declined for a reason.</summary>
/// <remarks>Equality contract: all members by value.</remarks>
internal abstract record StrategyChoice
{
    private StrategyChoice(KernelStrategies strategy, string name) => (Strategy, Name) = (strategy, name);

    /// <summary>The strategy's flag.</summary>
    public KernelStrategies Strategy { get; }

    /// <summary>Its name within sentences.</summary>
    public string Name { get; }

    /// <summary>In words.</summary>
    public abstract string Text { get; }

    /// <summary>What must hold for it, or why it was declined; empty for nothing.</summary>
    public abstract string Why { get; }

    /// <summary>The layer has what the strategy needs.</summary>
    public sealed record Chosen : StrategyChoice
    {
        /// <summary>Chooses.</summary>
        /// <param name="strategy">The strategy's flag.</param>
        /// <param name="name">Its name.</param>
        /// <param name="conditions">What must hold at run time.</param>
        /// <param name="remark">What the layer's explanation says of it behind "table-driven"; empty for nothing.</param>
        public Chosen(KernelStrategies strategy, string name, RunConditions conditions, string remark)
            : base(strategy, name) => (Conditions, Remark) = (conditions, remark);

        /// <summary>What must hold at run time for it to be used.</summary>
        public RunConditions Conditions { get; }

        /// <summary>What the layer's explanation says of it behind "table-driven"; empty for nothing.</summary>
        public string Remark { get; }

        /// <inheritdoc/>
        public override string Text =>
            Conditions == RunConditions.None ? Name + " chosen" : $"{Name} chosen, used with {RunConditionWords.Of(Conditions)}";

        /// <inheritdoc/>
        public override string Why => Conditions == RunConditions.None ? "" : $"with {RunConditionWords.Of(Conditions)}";
    }

    /// <summary>The layer is computed without it.</summary>
    public sealed record Declined : StrategyChoice
    {
        /// <summary>Declines.</summary>
        /// <param name="strategy">The strategy's flag.</param>
        /// <param name="name">Its name.</param>
        /// <param name="reason">Why.</param>
        /// <param name="isRemark">Whether the layer's explanation tells it.</param>
        public Declined(KernelStrategies strategy, string name, string reason, bool isRemark)
            : base(strategy, name) => (Reason, IsRemark) = (reason, isRemark);

        /// <summary>Why.</summary>
        public string Reason { get; }

        /// <summary>Whether the layer's explanation tells it: only where a reader would look for the strategy.</summary>
        public bool IsRemark { get; }

        /// <inheritdoc/>
        public override string Text => $"{Name} declined: {Reason}";

        /// <inheritdoc/>
        public override string Why => Reason;
    }
}
