using System;
using System.Linq;
using SparseDnn.Planning.Model;

namespace SparseDnn.Planning.Strategies.Blocks;

/// <summary>Four sums over one list of rows at once, as in dense blocks: a row is read once for four neurons.</summary>
public sealed class BlockStrategy : Strategy
{
    /// <summary>Sums of one list that a block computes at once.</summary>
    public const int Sums = 4;

    /// <inheritdoc/>
    public override KernelStrategies Flag => KernelStrategies.Blocks;

    /// <inheritdoc/>
    public override string Name => "blocks";

    /// <inheritdoc/>
    public override RunConditions Conditions => RunConditions.None;

    /// <summary>Why a layer cannot be computed in blocks.</summary>
    /// <param name="data">The layer.</param>
    /// <returns>The reason; null where it can be.</returns>
    public static string? WhyNot(LayerData data)
    {
        if (TableCosts.WhyNoWeights(data) is { } reason)
            return reason;
        return SharedLists(data).Contains(true) ? null : $"no {Sums} sums add the same rows";
    }

    /// <summary>Lists of rows that so many sums share that they are computed in blocks.</summary>
    /// <param name="data">The layer.</param>
    public static bool[] SharedLists(LayerData data)
    {
        var sums = new int[data.Lists.Count];
        foreach (var list in data.ListOfSum)
            sums[list]++;
        return Array.ConvertAll(sums, count => count >= Sums);
    }

    /// <summary>Terms of the sums that take such lists.</summary>
    /// <param name="data">The layer.</param>
    public static long TermsInBlocks(LayerData data)
    {
        var shared = SharedLists(data);
        return Enumerable.Range(0, data.Sums).Where(sum => shared[data.ListOfSum[sum]]).Sum(sum => (long)data.Terms(sum));
    }

    /// <inheritdoc/>
    protected override StrategyChoice Examine(LayerState layer, PlanTarget target)
    {
        if (!layer.HasTables)
            return Decline("the layer has no tables");
        if (WhyNot(layer.Data) is { } reason)
            return Decline(reason);
        var costs = layer.Costs(target);
        if (!costs.IsWorthwhile(costs.Blocks))
            return Decline("rows read once for four sums would save less than the weights of two registers cost");
        return costs.Blocks <= costs.Panels ? Choose($" in blocks of {Sums} sums") : Decline("panels cost less");
    }
}
