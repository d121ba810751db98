using SparseDnn.Algebra;
using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies.Blocks;
using SparseDnn.Planning.Strategies.Panels;

namespace SparseDnn.Planning.Strategies;

/// <summary>What the ways to take a tile of items through a layer's tables cost, in cycles; infinite where a way is not open.</summary>
/// <param name="Loop">The table loop.</param>
/// <param name="Blocks">Four sums of one list at once.</param>
/// <param name="Panels">Two tiles at once.</param>
public sealed record TableCosts(double Loop, double Blocks, double Panels)
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
        var blockTerms =
            allowed.HasFlag(KernelStrategies.Blocks) && BlockStrategy.WhyNot(data) is null ? BlockStrategy.TermsInBlocks(data) : 0;
        return new(
            costs.TableLoop(data),
            blockTerms > 0 ? costs.Blocks(data, blockTerms) : double.PositiveInfinity,
            allowed.HasFlag(KernelStrategies.Panels) && PanelStrategy.WhyNot(data, processor) is null
                ? costs.Panels(data, PanelShape.Of(data.Inputs, processor))
                : double.PositiveInfinity
        );
    }

    /// <summary>Why blocks and panels are no way for a layer: they are for weights of their own.</summary>
    /// <param name="data">The layer.</param>
    /// <returns>The reason; null where there is none.</returns>
    public static string? WhyNoWeights(LayerData data)
    {
        if (NumberTypes.Of(data.Elements).Real is null)
            return "the elements are no real numbers";
        if (data.AddsOnly || data.Weights.IsConstant)
            return "the edges have one weight";
        return data.Ordered != OrderedInputs.Always ? "the processor's own min and max do not serve for all inputs" : null;
    }
}
