using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Contract;
using SparseDnn.Generators.Strategies.Common;
using SparseDnn.Generators.Text;
using SparseDnn.Planning.Model;

namespace SparseDnn.Generators.Strategies.Table;

/// <summary>Writes layers as tables, from which the runtime lays out what each of the strategies that read tables needs.</summary>
internal sealed class TableEmitter : StrategyEmitter
{
    /// <inheritdoc/>
    public override IReadOnlyList<KernelStrategies> Strategies { get; } =
    [
        KernelStrategies.TableLoop,
        KernelStrategies.Blocks,
        KernelStrategies.Panels,
        KernelStrategies.Columns,
        KernelStrategies.Gathers,
        KernelStrategies.Bits,
        KernelStrategies.Screening,
    ];

    /// <inheritdoc/>
    public override bool Emits(NetworkPlan plan) => plan.Layers.Any(layer => layer.HasTables);

    /// <inheritdoc/>
    public override void Dispatch(SourceWriter writer, NetworkPlan plan, KernelNames names) =>
        writer.Line("default: base.RunLayer(layer, width, ordered, ref x, ref y, registers); break;");

    /// <inheritdoc/>
    public override void Emit(SourceWriter writer, NetworkPlan plan, KernelNames names, CancellationToken cancellationToken)
    {
        writer.Line(
            "// Index lists, weights and epilogues of the table-driven layers, 16 bits a character; the format is described in "
                + "docs/generated-code.md."
        );
        writer.Line(GeneratedMarks.Member);
        using (writer.Block($"file static class {names.Tables}"))
        {
            var written = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (layer, i) in plan.Layers.Select((layer, i) => (layer, i)))
            {
                if (!layer.NeedsTables)
                    continue;
                cancellationToken.ThrowIfCancellationRequested();
                var name = FormattableString.Invariant($"Layer{i + 1}");
                var text = Literals.Units(LayerDataCodec.Encode(layer.Data));
                writer.Line($"// {layer.Explanation}.");
                writer.Line($"public const string {name} = {(written.TryGetValue(text, out var equal) ? equal : text)};");
                if (equal is null)
                    written.Add(text, name);
            }
        }
    }
}
