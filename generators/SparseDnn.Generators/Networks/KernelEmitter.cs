using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using SparseDnn.Contract;
using SparseDnn.Generators.Pipeline;
using SparseDnn.Generators.Strategies;
using SparseDnn.Generators.Strategies.Common;
using SparseDnn.Generators.Text;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;
using SparseDnn.Roslyn.Networks;

namespace SparseDnn.Generators.Networks;

/// <summary>Writes what the editor need not see: the network object, and what the emitters of its strategies give it.</summary>
internal static class KernelEmitter
{
    /// <summary>The kernels of a planned network.</summary>
    public static GeneratedFile Emit(NetworkTarget target, NetworkPlan plan, CancellationToken cancellationToken)
    {
        var writer = new SourceWriter();
        var names = new KernelNames(target, plan);
        TypeParts.Header(writer, "Kernels", target.Frame);
        using (TypeParts.Namespace(writer, target.Frame))
        {
            var containers = TypeParts.Containers(writer, target.Frame);
            using (writer.Block($"partial {target.Type.Keyword} {target.Type.Name}"))
            {
                writer.Line(TypeParts.NotInlined);
                writer.Line(
                    $"static partial void CreateNetwork(ref global::SparseDnn.SparseNetwork<{target.Element}>? network) => "
                        + $"network = {names.NewNetwork};"
                );
            }

            TypeParts.Close(containers);
            writer.Line();
            NetworkClass(writer, plan, names);
            var isFirst = true;
            foreach (var emitter in StrategyEmitters.All)
            {
                if (!emitter.Emits(plan))
                    continue;
                if (!isFirst)
                    writer.Line();
                isFirst = false;
                emitter.Emit(writer, plan, names, cancellationToken);
            }
        }

        return new GeneratedFile(TypeParts.HintName(target.Frame, "Kernels"), writer.ToString());
    }

    private static void NetworkClass(SourceWriter writer, NetworkPlan plan, KernelNames names)
    {
        var network = plan.Network;
        var headline = PlanText.Headline(
            network.Name,
            network.Inputs,
            network.Outputs,
            network.Layers.Count,
            network.Edges,
            names.Format,
            network.Summation,
            PlanText.Semirings(network),
            PlanText.Weights(network)
        );
        writer.Line($"// {headline}.");
        writer.Line(GeneratedMarks.Member);
        using (writer.Block($"file sealed class {names.Network} : global::SparseDnn.GeneratedNetwork<{names.Element}>"))
        {
            writer.Line($"public {names.Network}()");
            writer.Line("    : base(");
            writer.Line("        Describe(),");
            writer.Line($"        {Literals.Units(RowLayoutCodec.Encode(RowLayout.Of(plan)))},");
            var tables = plan.Layers.Select((layer, i) => layer.NeedsTables ? $"{names.Tables}.Layer{Number(i + 1)}" : "null");
            writer.Line($"        new string?[] {{ {string.Join(", ", tables)} }},");
            writer.Line($"        {Literals.Units(OrderText.Encode(OrderText.Write(plan)))},");
            writer.Line($"        {names.Semirings.Layers})");
            writer.Line("{").Line("}").Line();
            Describe(writer, plan, names);
            if (names.HasCode)
                Dispatch(writer, plan, names);
        }

        writer.Line();
    }

    private static void Describe(SourceWriter writer, NetworkPlan plan, KernelNames names)
    {
        var network = plan.Network;
        writer.Line("private static global::SparseDnn.NetworkDescription Describe() => new(");
        writer.Line(
            $"    {Literals.Text(network.Name)}, global::SparseDnn.ElementFormat.{names.Format}, "
                + $"global::SparseDnn.Summation.{network.Summation},"
        );
        writer.Line(
            "    new int[] { "
                + $"{string.Join(", ", network.Layers.Select(layer => layer.Outputs).Prepend(network.Inputs).Select(Number))} }},"
        );
        writer.Line(FormattableString.Invariant($"    {network.Edges}L, {plan.FirstDroppingLayer},"));
        writer.Line("    new string[]");
        writer.Line("    {");
        foreach (var layer in plan.Layers)
            writer.Line($"        {Literals.Text(layer.Explanation)},");
        var more = new[] { ("Semirings", PlanText.Semirings(network)), ("Weights", PlanText.Weights(network)) }
            .Where(member => member.Item2.Length > 0)
            .Select(member => $"{member.Item1} = {Literals.Text(member.Item2)}")
            .ToArray();
        writer.Line(more.Length > 0 ? $"    }}) {{ {string.Join(", ", more)} }};" : "    });");
    }

    private static void Dispatch(SourceWriter writer, NetworkPlan plan, KernelNames names)
    {
        writer.Line();
        writer.Line(GeneratedMarks.Optimized);
        using (
            writer.Block(
                "protected override void RunLayer(int layer, global::SparseDnn.VectorWidth width, bool ordered, ref "
                    + $"{names.Element} x, ref {names.Element} y, int registers)"
            )
        )
        {
            if (OrderText.Write(plan).Length > 0)
            {
                writer.Line($"if (ordered) Run<{names.Semirings.Ordered}>(layer, width, ordered, ref x, ref y, registers);");
                writer.Line($"else Run<{names.Semirings.Exact}>(layer, width, ordered, ref x, ref y, registers);");
            }
            else
            {
                writer.Line($"Run<{names.Semirings.Exact}>(layer, width, ordered, ref x, ref y, registers);");
            }
        }

        writer.Line();
        writer.Line(GeneratedMarks.Inlined);
        writer.Line(
            $"private void Run<TCorrelation>(int layer, global::SparseDnn.VectorWidth width, bool ordered, ref {names.Element} "
                + $"x, ref {names.Element} y, int registers)"
        );
        writer.Line($"    where TCorrelation : struct, global::SparseDnn.Operations.ICorrelation<{names.Element}>");
        using (writer.Block())
        {
            // The compiler knows which of these widths the target has, and compiles no code for the others.
            var otherwise = "";
            foreach (var width in new[] { 512, 256, 128 })
            {
                writer.Line(
                    $"{otherwise}if (global::System.Runtime.Intrinsics.Vector{Number(width)}.IsHardwareAccelerated && width == "
                        + $"global::SparseDnn.VectorWidth.Bits{Number(width)}) "
                        + $"Run<global::System.Runtime.Intrinsics.Vector{Number(width)}<{names.Element}>, "
                        + $"global::SparseDnn.Lanes.Lanes{Number(width)}<{names.Element}>, TCorrelation>(layer, width, ordered, ref "
                        + "x, ref y, registers);"
                );
                otherwise = "else ";
            }

            writer.Line(
                $"else if (width == global::SparseDnn.VectorWidth.Scalar) Run<{names.Element}, "
                    + $"global::SparseDnn.Lanes.LaneOne<{names.Element}>, TCorrelation>(layer, width, ordered, ref x, ref y, "
                    + "registers);"
            );
            writer.Line("else throw new global::System.PlatformNotSupportedException();");
        }

        writer.Line();
        writer.Line(GeneratedMarks.Optimized);
        writer.Line(
            "private void Run<TVector, TLanes, TCorrelation>(int layer, global::SparseDnn.VectorWidth width, bool ordered, ref "
                + $"{names.Element} x, ref {names.Element} y, int registers)"
        );
        writer.Line("    where TVector : struct");
        writer.Line($"    where TLanes : struct, global::SparseDnn.Lanes.ILanes<{names.Element}, TVector>");
        writer.Line($"    where TCorrelation : struct, global::SparseDnn.Operations.ICorrelation<{names.Element}>");
        using (writer.Block())
        using (writer.Block("switch (layer)"))
        {
            foreach (var emitter in StrategyEmitters.All)
                if (emitter.Emits(plan))
                    emitter.Dispatch(writer, plan, names);
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
