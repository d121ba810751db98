using System;
using System.Linq;
using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies.Common;

namespace SparseDnn.Planning.Strategies.Screening;

/// <summary>
/// First layers through which upper bounds go in whole numbers, so that items of zeros and ones that die are told without being computed.
/// </summary>
internal sealed class ScreeningStrategy : Strategy
{
    /// <summary>What must hold at run time; the runtime asks it.</summary>
    public const RunConditions Needs = RunConditions.Avx2 | RunConditions.WideRegisters | RunConditions.ManyItems;

    /// <summary>Most layers: beyond that few items die that have not yet.</summary>
    public const int MostLayers = 12;

    /// <summary>Fewest items of a batch; in smaller ones the trial might cost more than is saved.</summary>
    public const int FewestItems = 1024;

    // What a byte counts to.
    private const int MostOnes = byte.MaxValue;

    /// <inheritdoc/>
    public override KernelStrategies Flag => KernelStrategies.Screening;

    /// <inheritdoc/>
    public override string Name => "screening";

    /// <inheritdoc/>
    public override RunConditions Conditions => Needs;

    /// <inheritdoc/>
    protected override StrategyChoice Examine(LayerState layer, PlanTarget target) =>
        WhyNot(layer) is { } reason ? Decline(reason) : Choose();

    private string? WhyNot(LayerState layer)
    {
        if (layer.Index == 0)
            return WhyNoBounds(layer.Plan, 0) ?? WhyNotFirst(layer);
        if (layer.Plan.Begun[0] is not { Index: 0 } first || !first.Has(Flag))
            return "the first layer is not screened";
        return WhyNoBounds(layer.Plan, layer.Index) ?? (IsInChain(layer) ? null : "a layer before it does not take bounds");
    }

    private static string? WhyNotFirst(LayerState layer)
    {
        var (plan, data) = (layer.Plan, layer.Data);
        if (!layer.HasTables)
            return "the layer has no tables";
        if (ChainLength(plan) < plan.FirstDroppingLayer)
            return "a later layer may revive items of zeros";
        if (!CountedOnes.IsUnit(plan.InputScale))
            return "a set bit is no power of two";
        if (LargestBias(data) >= 0)
            return "the largest bias takes nothing away";
        return CountedOnes.Largest(data) is > MostOnes and var most ? $"a sum of {most} inputs, more than {MostOnes}" : null;
    }

    private static string? WhyNoBounds(PlanState plan, int layer)
    {
        if (layer >= plan.LayerCount - 1)
            return "the last layer is computed";
        if (layer >= MostLayers)
            return $"behind {MostLayers} layers few items die that have not yet";
        if (plan.Data(layer) is not { } data)
            return "the layer is multiplied into the next one";
        return data.TakesBounds && plan.Layer(layer).Semirings.IsReLU
            ? null
            : "upper bounds of its inputs give none of its outputs: that takes plain additions, no bias above 0 and ReLU";
    }

    private static bool IsInChain(LayerState layer) => layer.Index < ChainLength(layer.Plan);

    private static int ChainLength(PlanState plan)
    {
        var length = 0;
        while (WhyNoBounds(plan, length) is null)
            length++;
        return length;
    }

    private static double LargestBias(LayerData data)
    {
        if (!data.HasBias)
            return 0;
        return data.Biases.IsConstant
            ? data.Biases.Constant
            : Enumerable.Range(0, data.Biases.Count).Max(row => BitConverter.Int64BitsToDouble(data.Biases.Bits(row)));
    }
}
