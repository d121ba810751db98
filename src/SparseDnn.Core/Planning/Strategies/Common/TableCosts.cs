using SparseDnn.Planning.Model;

namespace SparseDnn.Planning.Strategies.Common;

/// <summary>What the ways to take a tile of items through a layer's tables cost, in cycles; infinite where a way is not open.</summary>
/// <param name="Loop">The table loop.</param>
/// <param name="Blocks">Four sums of one list at once.</param>
/// <param name="Panels">Two tiles at once.</param>
internal sealed record TableCosts(double Loop, double Blocks, double Panels)
{
    // Less than the model's own error is no reason to leave the simplest loop.
    private const double Worthwhile = 0.95;

    /// <summary>Whether a way is so much cheaper than the loop that it is worthwhile.</summary>
    /// <param name="cost">Its cost.</param>
    public bool IsWorthwhile(double cost) => cost <= Loop * Worthwhile;

    /// <summary>The costs.</summary>
    /// <param name="data">The layer.</param>
    /// <param name="allowed">What users allow.</param>
    /// <param name="processor">What operations cost.</param>
    public static TableCosts Of(LayerData data, KernelStrategies allowed, ProcessorProfile processor)
    {
        var costs = new KernelCosts(processor);
        var blockTerms = allowed.HasFlag(KernelStrategies.Blocks) && SharedLists.WhyNone(data) is null ? SharedLists.Terms(data) : 0;
        return new(
            costs.TableLoop(data),
            blockTerms > 0 ? costs.Blocks(data, blockTerms) : double.PositiveInfinity,
            allowed.HasFlag(KernelStrategies.Panels) && PanelShape.WhyNone(data, processor) is null
                ? costs.Panels(data, PanelShape.Of(data.Inputs, processor))
                : double.PositiveInfinity
        );
    }
}
