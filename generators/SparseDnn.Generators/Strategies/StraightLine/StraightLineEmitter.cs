using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Generators.Strategies.Common;
using SparseDnn.Generators.Text;
using SparseDnn.Planning.Model;

namespace SparseDnn.Generators.Strategies.StraightLine;

/// <summary>Writes layers as straight-line code: one statement per few terms, one block per neuron.</summary>
internal sealed class StraightLineEmitter : StrategyEmitter
{
    // Measured: helpers nested as ours are inlined to somewhat more than this many terms a method and, silently, no further; a neuron costs
    // about as much as three.
    private const int MaxCostPerMethod = 96;
    private const int CostPerNeuron = 3;

    /// <inheritdoc/>
    public override IReadOnlyList<KernelStrategies> Strategies { get; } = [KernelStrategies.StraightLine];

    /// <inheritdoc/>
    public override bool Emits(NetworkPlan plan) => plan.Layers.Any(layer => layer.IsStraightLine);

    /// <inheritdoc/>
    public override void Dispatch(SourceWriter writer, NetworkPlan plan, KernelNames names)
    {
        for (var i = 0; i < plan.Layers.Count; i++)
            if (plan.Layers[i].IsStraightLine)
                writer.Line(
                    FormattableString.Invariant($"case {i}{(plan.Layers[i].HasTables ? " when registers == 1" : "")}: ")
                        + $"{names.Code}<TVector, TLanes, TCorrelation>."
                        + FormattableString.Invariant($"Layer{i + 1}(ref x, ref y, registers); break;")
                );
    }

    /// <inheritdoc/>
    public override void Emit(SourceWriter writer, NetworkPlan plan, KernelNames names, CancellationToken cancellationToken)
    {
        writer.Line(GeneratedMarks.Member);
        writer.Line(
            $"file abstract class {names.Code}<TVector, TLanes, TCorrelation> : "
                + $"global::SparseDnn.Kernels.StraightLine.StraightLineKernel"
                + $"<{names.Element}, TVector, TLanes, TCorrelation, {names.Semirings.Epilogue}>"
        );
        writer.Line("    where TVector : struct");
        writer.Line($"    where TLanes : struct, global::SparseDnn.Lanes.ILanes<{names.Element}, TVector>");
        writer.Line($"    where TCorrelation : struct, global::SparseDnn.Operations.ICorrelation<{names.Element}>");
        using (writer.Block())
        {
            var first = true;
            for (var i = 0; i < plan.Layers.Count; i++)
            {
                if (!plan.Layers[i].IsStraightLine)
                    continue;
                cancellationToken.ThrowIfCancellationRequested();
                if (!first)
                    writer.Line();
                first = false;
                EmitLayer(writer, plan.Layers[i], i + 1, names);
            }
        }
    }

    private static void EmitLayer(SourceWriter writer, LayerPlan plan, int number, KernelNames names)
    {
        var parts = Parts(plan.Data);
        var signature = $"(ref {names.Element} x, ref {names.Element} y, int registers)";
        writer.Line(FormattableString.Invariant($"// Layer {number}: {plan.Explanation}."));
        if (parts.Count > 1)
        {
            using (writer.Block(FormattableString.Invariant($"internal static void Layer{number}{signature}")))
                for (var part = 1; part <= parts.Count; part++)
                    writer.Line(FormattableString.Invariant($"Layer{number}Part{part}(ref x, ref y, registers);"));
        }

        for (var part = 0; part < parts.Count; part++)
        {
            var name =
                FormattableString.Invariant($"Layer{number}") + (parts.Count > 1 ? FormattableString.Invariant($"Part{part + 1}") : "");
            if (parts.Count > 1)
                writer.Line();
            writer.Line(GeneratedMarks.Optimized);
            using (writer.Block($"{(parts.Count > 1 ? "private" : "internal")} static void {name}{signature}"))
                new StraightLineBody(writer, plan, names).Write(parts[part].First, parts[part].End);
        }
    }

    // Steps are the shared sums, in their order, then the sums.
    private static List<(int First, int End)> Parts(LayerData data)
    {
        var parts = new List<(int, int)>();
        var steps = data.Partials.Count + data.Sums;
        for (int first = 0, step = 0, cost = 0; step < steps; step++)
        {
            cost += Cost(step);
            if (cost + (step + 1 < steps ? Cost(step + 1) : int.MaxValue / 2) <= MaxCostPerMethod)
                continue;
            parts.Add((first, step + 1));
            first = step + 1;
            cost = 0;
        }

        return parts;

        int Cost(int step) =>
            CostPerNeuron + (step < data.Partials.Count ? data.Partials[step].Length : data.Terms(step - data.Partials.Count));
    }
}
