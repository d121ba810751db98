using SparseDnn.Networks;
using SparseDnn.Primitives;

namespace SparseDnn.Planning;

/// <summary>What will be done for one layer, and why.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Strategy">The chosen strategy.</param>
/// <param name="Declined">Why another strategy was not taken; empty where none was better.</param>
/// <param name="Data">The sums and what follows them.</param>
/// <remarks>Equality contract: all members by value.</remarks>
public sealed record LayerPlan(Layer Layer, KernelStrategy Strategy, string Declined, LayerData Data)
{
    /// <summary>Whether the layer was multiplied into the next one: its rows are those that it reads, and nothing need be done.</summary>
    public bool Passes { get; init; }

    /// <summary>What rewrites found beside fewer neurons and terms, in words; empty for nothing.</summary>
    public string Found { get; init; } = "";

    /// <summary>
    /// For each neuron of the declared layer the row that holds its values, −1 where none does, because it is always 0 or nobody reads it;
    /// empty where each has its own.
    /// </summary>
    public EquatableArray<int> RowOfNeuron { get; init; } = EquatableArray<int>.Empty;

    /// <summary>On which inputs comparing selects may stand for min and max in the sums.</summary>
    public OrderedInputs Ordered => Data.Ordered;

    /// <summary>Whether inputs that meet <see cref="Ordered"/> give outputs that meet it again.</summary>
    public bool KeepsOrdered => Data.KeepsOrdered;

    /// <summary>Whether the layer has tables, alone or beside its code.</summary>
    /// <remarks>
    /// With individual weights code wins for one register of items only; on wider tiles the table loop loads each weight once for several
    /// registers.
    /// Both form the same sums, so a layer may have both.
    /// </remarks>
    public bool HasTables => !Passes && (Strategy == KernelStrategy.Table || !Data.Weights.IsConstant);

    /// <summary>The plan in words, for hover texts and remarks.</summary>
    public string Explanation =>
        Passes
            ? NetworkPrinter.Summary(Layer) + "; multiplied into the next layer"
            : string.Concat(
                NetworkPrinter.Summary(Layer),
                "; ",
                Left(),
                Found.Length == 0 ? "" : Found + "; ",
                Strategy == KernelStrategy.Table ? "table-driven" + Kernels()
                    : HasTables ? "straight-line code, table-driven on wide tiles" + Kernels()
                    : "straight-line code",
                Data.Lists.Count < Data.Sums ? $", {NetworkPrinter.Grouped(Data.Lists.Count)} distinct index lists" : "",
                Declined.Length == 0 ? "" : $"; {Declined}"
            );

    private string Kernels()
    {
        var shape = PanelShape.Of(System.Math.Max(1, Data.Inputs));
        return (
                Data.Kernels.HasFlag(KernelStrategies.Blocks) ? $" in blocks of {KernelCosts.BlockSums} sums"
                : !Data.Kernels.HasFlag(KernelStrategies.Panels) ? ""
                : shape.Count == 1 ? ", two tiles at a time"
                : $", two tiles at a time in {NetworkPrinter.Grouped(shape.Count)} panels of {shape.Rows} rows"
            ) + (Data.Kernels.HasFlag(KernelStrategies.Columns) ? ", single items from packed columns where the machine gathers" : "");
    }

    // What the rewrites left of the layer; nothing where they found nothing.
    private string Left()
    {
        var terms = Data.TermCount;
        if (
            Data.Outputs == Layer.Outputs
            && Data.Sums == Layer.Outputs
            && terms == Layer.Edges.EntryCount
            && Layer.HasSelect == Data.HasSelect
        )
            return "";
        return string.Concat(
            Counted(Data.Outputs, "distinct neuron"),
            Data.Sums < Data.Outputs ? $" of {Counted(Data.Sums, "sum")}" : "",
            ", ",
            Counted(terms, "term"),
            Data.Partials.Count > 0 ? $", {Counted(Data.Partials.Count, "shared sum")}" : "",
            Layer.HasSelect && !Data.HasSelect ? ", no sum below 0 in the declared range" : "",
            "; "
        );
    }

    private static string Counted(long count, string what) => NetworkPrinter.Grouped(count) + " " + what + (count == 1 ? "" : "s");
}
