using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra;

namespace SparseDnn.Planning;

/// <summary>Which ways compute a layer from tables, and why not the others.</summary>
/// <param name="Kernels">Those chosen, beside the table loop.</param>
/// <param name="Declined">Why others that were allowed were not; empty where none was in question.</param>
public sealed record KernelChoice(KernelStrategies Kernels, string Declined)
{
    // Less than the model's own error is no reason to leave the simplest loop.
    private const double Worthwhile = 0.95;

    // Below that nobody would notice, and hover texts stay short.
    private const int WorthMentioning = 4096;

    /// <summary>Chooses for a layer.</summary>
    /// <param name="data">The layer.</param>
    /// <param name="allowed">What may be chosen.</param>
    public static KernelChoice Of(LayerData data, KernelStrategies allowed)
    {
        if (NumberTypes.Of(data.Elements).Real is null || data.AddsOnly || data.Weights.IsConstant || data.Ordered != OrderedInputs.Always)
            return new KernelChoice(KernelStrategies.TableLoop, "");
        var loop = KernelCosts.TableLoop(data);
        var reasons = new List<string>();
        var blocks = Tried(KernelStrategies.Blocks, Blocks(data, loop, out var blockReason), blockReason);
        var panels = Tried(KernelStrategies.Panels, Panels(data, loop, out var panelReason), panelReason);
        var chosen =
            Math.Min(blocks, panels) > loop * Worthwhile ? KernelStrategies.TableLoop
            : blocks <= panels ? KernelStrategies.Blocks
            : KernelStrategies.Panels;
        return new KernelChoice(
            chosen,
            chosen == KernelStrategies.TableLoop && data.TermCount >= WorthMentioning ? string.Join("; ", reasons) : ""
        );

        double Tried(KernelStrategies strategy, double cost, string? reason)
        {
            if (!allowed.HasFlag(strategy))
                return double.PositiveInfinity;
            if (reason is not null)
                reasons.Add(reason);
            return cost;
        }
    }

    /// <summary>Lists of rows that so many sums share that they are computed in blocks.</summary>
    /// <param name="data">The layer.</param>
    public static bool[] SharedLists(LayerData data)
    {
        var sums = new int[data.Lists.Count];
        foreach (var list in data.ListOfSum)
            sums[list]++;
        return Array.ConvertAll(sums, count => count >= KernelCosts.BlockSums);
    }

    private static double Blocks(LayerData data, double loop, out string? reason)
    {
        var shared = SharedLists(data);
        var terms = Enumerable.Range(0, data.Sums).Where(sum => shared[data.ListOfSum[sum]]).Sum(sum => (long)data.Terms(sum));
        // Nobody asks for blocks where there are none.
        reason = null;
        return terms == 0 ? double.PositiveInfinity : KernelCosts.Blocks(data, terms);
    }

    private static double Panels(LayerData data, double loop, out string? reason)
    {
        reason = null;
        if (data.Partials.Count > 0 || data.Sums < data.Outputs)
        {
            reason = "panels declined: some sums are shared or taken by several rows";
            return double.PositiveInfinity;
        }

        var shape = PanelShape.Of(Math.Max(1, data.Inputs));
        if (!shape.Fits(data.Lists))
        {
            reason = "panels declined: the order of the terms goes back and forth";
            return double.PositiveInfinity;
        }

        var cost = KernelCosts.Panels(data, shape);
        if (cost > loop * Worthwhile)
            reason = FormattableString.Invariant(
                $"panels declined: {(double)data.TermCount / data.Sums / shape.Count:F1} terms a sum and panel, waiting sums would cost more than near rows save"
            );
        return cost;
    }
}
