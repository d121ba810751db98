using System;
using SparseDnn.Generators.Pipeline;
using SparseDnn.Generators.Text;
using SparseDnn.Networks;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;
using SparseDnn.Roslyn.Networks;

namespace SparseDnn.Generators.Networks;

/// <summary>Writes what the user's editor sees: shapes, methods and the hover text.</summary>
internal static class SurfaceEmitter
{
    private const string InferBatch =
        "global::SparseDnn.SparseNetwork{T}.InferBatch(global::System.ReadOnlySpan{T}, global::System.Span{T}, int, "
        + "global::SparseDnn.BatchOptions, global::System.Threading.CancellationToken)";

    private const string Optional =
        "global::SparseDnn.BatchOptions options = default, global::System.Threading.CancellationToken cancellationToken = default";

    private const int MaxHoverLines = 16;
    private const int MaxStrategyLines = 8; // each is several lines wide in a hover text

    /// <summary>The surface of a target; without a plan its network says at run time that the declaration has errors.</summary>
    public static GeneratedFile Emit(PlannedNetwork planned)
    {
        var (target, plan) = (planned.Target, planned.Plan);
        var writer = new SourceWriter();
        TypeParts.Header(writer, "Public surface", target.Frame);
        writer.Line("#pragma warning disable CS0108 // The network's members may hide inherited ones.").Line();
        using (TypeParts.Namespace(writer, target.Frame))
        {
            var containers = TypeParts.Containers(writer, target.Frame);
            Hover(writer, target, plan);
            var header =
                $"partial {target.Type.Keyword} {target.Type.Name}"
                + (target.IsStatic ? "" : $" : global::SparseDnn.IDeclaredNetwork<{target.Element}>");
            using (writer.Block(header))
                Members(writer, target, plan);
            TypeParts.Close(containers);
        }

        return new GeneratedFile(TypeParts.HintName(target.Frame, "Surface"), writer.ToString());
    }

    private static void Hover(SourceWriter writer, NetworkTarget target, NetworkPlan? plan)
    {
        if (plan is null)
        {
            writer.Doc("summary", $"{target.Declaration.Name}: a sparse network whose declaration has errors; see the SDNN diagnostics.");
            return;
        }

        writer.Doc("summary", Headline(target, plan.Network) + ".");
        writer.Line("/// <remarks>");
        foreach (var line in PlanText.Layers(plan, MaxHoverLines))
            writer.Line($"/// <para>{SourceWriter.Escape(line)}.</para>");
        foreach (var line in PlanText.Strategies(plan, MaxStrategyLines))
            writer.Line($"/// <para>{SourceWriter.Escape(line)}.</para>");
        writer.Line($"/// <para>{SourceWriter.Escape(PlanText.Dropping(plan))}</para>");
        writer.Line("/// </remarks>");
    }

    private static string Headline(NetworkTarget target, Network network) =>
        PlanText.Headline(
            network.Name,
            network.Inputs,
            network.Outputs,
            network.Layers.Count,
            network.Edges,
            network.Elements,
            network.Summation,
            PlanText.Semirings(network),
            PlanText.Weights(network)
        );

    private static void Members(SourceWriter writer, NetworkTarget target, NetworkPlan? plan)
    {
        var network = plan?.Network;
        var element = target.Element;
        var message = Literals.Text(
            $"The declaration of {target.Declaration.Name} has errors; the build reports them as SDNN diagnostics."
        );
        Constant("int", "Inputs", network?.Inputs ?? Math.Max(0, target.Declaration.Inputs ?? 0), "Values in one input item.");
        Constant("int", "Outputs", network?.Outputs ?? 0, "Values in one output item.");
        Constant("int", "Layers", network?.Layers.Count ?? 0, "Number of layers.");
        Constant("long", "Edges", network?.Edges ?? 0, "Edges of all layers as declared.");
        var (readOnly, span) = ($"global::System.ReadOnlySpan<{element}>", $"global::System.Span<{element}>");
        var type = $"global::SparseDnn.SparseNetwork<{element}>";
        writer.Lines(
            $$"""
            /// <summary>What the network is and what the compiler did with it.</summary>
            {{GeneratedMarks.Member}}
            public static global::SparseDnn.NetworkDescription Description => Network.Description;

            /// <summary>The network as an object, for generic code; one for the life of the process, safe to use from any thread.</summary>
            {{GeneratedMarks.Member}}
            public static global::SparseDnn.SparseNetwork<{{element}}> Network => NetworkInstance.Value ?? NetworkInstance.Refuse();

            /// <inheritdoc cref="global::SparseDnn.SparseNetwork{T}.Infer"/>
            {{GeneratedMarks.Member}}
            public static void Infer({{readOnly}} input, {{span}} output) => Network.Infer(input, output);

            /// <inheritdoc cref="{{InferBatch}}"/>
            {{GeneratedMarks.Member}}
            public static void InferBatch({{readOnly}} inputs, {{span}} outputs, int batch, {{Optional}}) =>
                Network.InferBatch(inputs, outputs, batch, options, cancellationToken);

            {{GeneratedMarks.Member}}
            static partial void CreateNetwork(ref global::SparseDnn.SparseNetwork<{{element}}>? network);

            {{GeneratedMarks.Member}}
            private static class NetworkInstance
            {
                internal static readonly global::SparseDnn.SparseNetwork<{{element}}>? Value = Create();

                internal static {{type}} Refuse() => throw global::SparseDnn.RuntimeContract.Refusal(
                    {{TypeParts.Identity("NetworkInstance")}}, {{message}});

                private static global::SparseDnn.SparseNetwork<{{element}}>? Create()
                {
                    global::SparseDnn.SparseNetwork<{{element}}>? network = null;
                    // Before anything else of the runtime is touched.
                    if (global::SparseDnn.RuntimeContract.Understands({{TypeParts.Contract}})) CreateNetwork(ref network);
                    return network;
                }
            }
            """
        );

        void Constant(string type, string name, long value, string summary)
        {
            writer.Doc("summary", summary);
            writer.Line(GeneratedMarks.Constant);
            writer.Line(FormattableString.Invariant($"public const {type} {name} = {value};"));
            writer.Line();
        }
    }
}
