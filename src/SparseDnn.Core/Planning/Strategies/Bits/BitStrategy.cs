using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies.Common;

namespace SparseDnn.Planning.Strategies.Bits;

/// <summary>A first layer that adds items of packed bits: sums are counted in bytes, 32 items a register.</summary>
/// <remarks>The bits of the layer's own kernel: with a power of two for each one nothing rounds.</remarks>
internal sealed class BitStrategy : Strategy
{
    /// <summary>What must hold at run time; the runtime asks it.</summary>
    public const RunConditions Needs = RunConditions.Avx2 | RunConditions.WideRegisters | RunConditions.ItemsOfBits;

    // What a signed byte counts to.
    private const int MostOnes = sbyte.MaxValue;

    /// <inheritdoc/>
    public override KernelStrategies Flag => KernelStrategies.Bits;

    /// <inheritdoc/>
    public override string Name => "bits";

    /// <inheritdoc/>
    public override RunConditions Conditions => Needs;

    /// <inheritdoc/>
    protected override StrategyChoice Examine(LayerState layer, PlanTarget target) =>
        WhyNot(layer) is { } reason ? Decline(reason) : Choose();

    private static string? WhyNot(LayerState layer)
    {
        if (layer.Index > 0)
            return "not the first layer";
        if (!layer.HasTables)
            return "the layer has no tables";
        if (layer.Data.Elements != ElementFormat.Binary32)
            return "the elements are not binary32";
        if (!layer.Data.AddsOnly)
            return "terms have weights";
        if (!CountedOnes.IsUnit(layer.Plan.InputScale))
            return "a set bit is no power of two";
        return CountedOnes.Largest(layer.Data) is > MostOnes and var most ? $"a sum of {most} inputs, more than {MostOnes}" : null;
    }
}
