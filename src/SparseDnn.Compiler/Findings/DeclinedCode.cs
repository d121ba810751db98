using System;
using System.Linq;
using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies.StraightLine;
using SparseDnn.Problems;

namespace SparseDnn.Compiler.Findings;

/// <summary>
/// Layers that a table computes although code would suit them. That large layers are tables is no loss, so nothing is said of them.
/// </summary>
internal static class DeclinedCode
{
    /// <summary>One finding for a whole network; null where no layer was declined for want of room.</summary>
    /// <param name="plan">The plan.</param>
    public static Problem? Find(NetworkPlan plan)
    {
        if (!plan.Network.Kernels.HasFlag(KernelStrategies.StraightLine))
            return null;
        var layers = Enumerable.Range(0, plan.Layers.Count).Where(i => IsDeclined(plan.Layers[i])).ToArray();
        return layers.Length == 0
            ? null
            : Problem.Create(
                ProblemKinds.CodeDeclined,
                ProblemPlace.TypeName,
                FormattableString.Invariant($"{layers.Length} small layer{(layers.Length == 1 ? "" : "s")}"),
                plan.Network.Name,
                layers[0] + 1,
                StraightLineStrategy.MostInAll
            );
    }

    private static bool IsDeclined(LayerPlan layer) => !layer.Passes && !layer.IsStraightLine && StraightLineStrategy.Suits(layer.Data);
}
