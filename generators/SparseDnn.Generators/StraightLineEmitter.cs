using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Networks;
using SparseDnn.Planning;

namespace SparseDnn.Generators;

/// <summary>Writes layers as straight-line code: one statement per few terms, one block per neuron.</summary>
internal static class StraightLineEmitter
{
    // Measured: helpers nested as ours are inlined to somewhat more than this many terms a method and, silently, no further; a neuron costs about as much as three.
    private const int MaxCostPerMethod = 96;
    private const int CostPerNeuron = 3;

    public static void Emit(SourceWriter writer, NetworkPlan plan, KernelNames names, CancellationToken cancellationToken)
    {
        writer.Line($"file abstract class {names.Code}<TVector, TLanes, TCorrelation> : global::SparseDnn.Kernels.StraightLine<{names.Element}, TVector, TLanes, TCorrelation, {names.Semirings.Step}>");
        writer.Line("    where TVector : struct");
        writer.Line($"    where TLanes : struct, global::SparseDnn.Kernels.ILanes<{names.Element}, TVector>");
        writer.Line($"    where TCorrelation : struct, global::SparseDnn.Kernels.ICorrelation<{names.Element}>");
        using (writer.Block())
        {
            var first = true;
            for (var i = 0; i < plan.Layers.Count; i++)
            {
                if (plan.Layers[i].Strategy != KernelStrategy.StraightLine) continue;
                cancellationToken.ThrowIfCancellationRequested();
                if (!first) writer.Line();
                first = false;
                EmitLayer(writer, plan.Layers[i], i + 1, names);
            }
        }
    }

    private static void EmitLayer(SourceWriter writer, LayerPlan plan, int number, KernelNames names)
    {
        var layer = plan.Layer;
        var parts = Parts(layer);
        var signature = $"(ref {names.Element} x, ref {names.Element} y, int registers)";
        writer.Line(FormattableString.Invariant($"// Layer {number}: {NetworkPrinter.Summary(layer)}."));
        if (parts.Count > 1)
        {
            using (writer.Block(FormattableString.Invariant($"internal static void Layer{number}{signature}")))
                for (var part = 1; part <= parts.Count; part++) writer.Line(FormattableString.Invariant($"Layer{number}Part{part}(ref x, ref y, registers);"));
        }

        for (var part = 0; part < parts.Count; part++)
        {
            var name = FormattableString.Invariant($"Layer{number}") + (parts.Count > 1 ? FormattableString.Invariant($"Part{part + 1}") : "");
            if (parts.Count > 1) writer.Line();
            writer.Line("[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveOptimization)]");
            using (writer.Block($"{(parts.Count > 1 ? "private" : "internal")} static void {name}{signature}")) Body(writer, layer, parts[part], names);
        }
    }

    private static List<(int First, int End)> Parts(Layer layer)
    {
        var parts = new List<(int, int)>();
        for (int first = 0, neuron = 0, cost = 0; neuron < layer.Outputs; neuron++)
        {
            cost += layer.Edges.Row(neuron).Length + CostPerNeuron;
            var next = neuron + 1 < layer.Outputs ? layer.Edges.Row(neuron + 1).Length + CostPerNeuron : int.MaxValue / 2;
            if (cost + next <= MaxCostPerMethod) continue;
            parts.Add((first, neuron + 1));
            first = neuron + 1;
            cost = 0;
        }

        return parts;
    }

    private static void Body(SourceWriter writer, Layer layer, (int First, int End) part, KernelNames names)
    {
        var constantWeight = layer.Weights is { IsConstant: true, Count: > 0 };
        if (constantWeight) writer.Line($"var weight = All({Value(layer.Weights.ConstantBits)});");
        if (layer.HasBias && layer.Biases.IsConstant) writer.Line($"var bias = All({Value(layer.Biases.ConstantBits)});");
        if (layer.HasCeiling) writer.Line($"var ceiling = All({Value(layer.CeilingBits)});");
        using (writer.Block("for (; registers > 0; registers--)"))
        {
            writer.Line("TVector s;");
            for (var neuron = part.First; neuron < part.End; neuron++) Neuron(neuron);
            writer.Line("x = ref Next(ref x);");
            writer.Line("y = ref Next(ref y);");
        }

        void Neuron(int neuron)
        {
            var inputs = layer.Edges.Row(neuron);
            var edge = layer.Edges.RowStarts[neuron];
            writer.Line(FormattableString.Invariant($"// Neuron {neuron}: {inputs.Length} {(inputs.Length == 1 ? "term" : "terms")}."));
            var sum = "Zero";
            for (var i = 0; i < inputs.Length;)
            {
                var take = inputs.Length - i >= 4 ? 4 : inputs.Length - i >= 2 ? 2 : 1;
                var arguments = new List<string>();
                for (var end = i + take; i < end; i++)
                    arguments.Add(constantWeight ? FormattableString.Invariant($"{inputs[i]}") : FormattableString.Invariant($"{inputs[i]}, {Value(layer.Weights.Bits(edge + i))}"));
                writer.Line(FormattableString.Invariant($"s = {(constantWeight ? "C" : "W")}{take}({sum}, {(constantWeight ? "weight, " : "")}ref x, {string.Join(", ", arguments)});"));
                sum = "s";
            }

            writer.Line(FormattableString.Invariant($"Put(ref y, {neuron}, {Epilogue(neuron, sum)});"));
        }

        string Epilogue(int neuron, string sum)
        {
            var value = layer.HasBias ? $"Bias({sum}, {(layer.Biases.IsConstant ? "bias" : $"All({Value(layer.Biases.Bits(neuron))})")})" : sum;
            if (layer.HasSelect) value = $"Activate({value})";
            if (layer.KeepsAbsent) value = $"{(layer.HasSelect ? "Present" : "PresentOrZero")}({sum}, {value})";
            return layer.HasCeiling ? $"Limit({value}, ceiling)" : value;
        }

        string Value(long bits) => Literals.Element(bits, names.Format);
    }
}
