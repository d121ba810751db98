using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Networks;
using SparseDnn.Primitives;

namespace SparseDnn.Planning.Model;

/// <summary>What will be done for one layer, and why.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Data">The sums and what follows them.</param>
/// <param name="Choices">What became of each strategy, in the order in which they were tried; empty for a layer that passes.</param>
/// <remarks>Equality contract: all members by value.</remarks>
internal sealed record LayerPlan(Layer Layer, LayerData Data, EquatableArray<StrategyChoice> Choices)
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

    /// <summary>Why rewrites that a reader would look for were not done; empty for nothing.</summary>
    public EquatableArray<string> DeclinedRewrites { get; init; } = EquatableArray<string>.Empty;

    /// <summary>On which inputs comparing selects may stand for min and max in the sums.</summary>
    public OrderedInputs Ordered => Data.Ordered;

    /// <summary>Whether inputs that meet <see cref="Ordered"/> give outputs that meet it again.</summary>
    public bool KeepsOrdered => Data.KeepsOrdered;

    /// <summary>Whether the layer has code of its own.</summary>
    public bool IsStraightLine => Has(KernelStrategies.StraightLine);

    /// <summary>Whether the table loop computes the layer, alone or beside its code.</summary>
    public bool HasTables => Has(KernelStrategies.TableLoop);

    /// <summary>Whether some chosen strategy reads tables, be it not to compute the layer.</summary>
    public bool NeedsTables => HasTables || Has(KernelStrategies.Screening);

    /// <summary>Why rewrites and strategies that a reader would look for were not taken, in words; empty for nothing.</summary>
    public string Declined =>
        string.Join(
            "; ",
            DeclinedRewrites.Concat(
                Choices.OfType<StrategyChoice.Declined>().Where(declined => declined.IsRemark).Select(declined => declined.Text)
            )
        );

    /// <summary>The plan in words, for hover texts and remarks.</summary>
    public string Explanation =>
        Passes
            ? NetworkPrinter.Summary(Layer) + "; multiplied into the next layer"
            : string.Concat(
                NetworkPrinter.Summary(Layer),
                "; ",
                Left(),
                Found.Length == 0 ? "" : Found + "; ",
                Kernels(),
                Data.Lists.Count < Data.Sums ? $", {NetworkPrinter.Grouped(Data.Lists.Count)} distinct index lists" : "",
                Declined is { Length: > 0 } declined ? "; " + declined : ""
            );

    /// <summary>What became of every strategy, in words: chosen with what must hold at run time, or declined with the reason.</summary>
    public string StrategyExplanation =>
        Passes ? "multiplied into the next layer" : string.Join("; ", Choices.Select(choice => choice.Text));

    /// <summary>The same in fewer words: what was chosen, then what was declined, each with its condition or reason.</summary>
    public string StrategySummary =>
        Passes
            ? "multiplied into the next layer"
            : string.Join(
                "; ",
                new[]
                {
                    Listed("", Choices.OfType<StrategyChoice.Chosen>()),
                    Listed("declined: ", Choices.OfType<StrategyChoice.Declined>()),
                }.Where(list => list.Length > 0)
            );

    // Strategies of one condition or reason stand together.
    private static string Listed(string outcome, IEnumerable<StrategyChoice> choices)
    {
        var groups = choices
            .GroupBy(choice => choice.Why, choice => choice.Name, StringComparer.Ordinal)
            .Select(group => string.Join(" and ", group) + (group.Key.Length > 0 ? $" ({group.Key})" : ""))
            .ToArray();
        return groups.Length > 0 ? outcome + string.Join(", ", groups) : "";
    }

    private bool Has(KernelStrategies strategy) => Choices.Any(choice => choice is StrategyChoice.Chosen && choice.Strategy == strategy);

    private string Kernels()
    {
        var remarks = string.Concat(Choices.OfType<StrategyChoice.Chosen>().Select(chosen => chosen.Remark));
        if (!IsStraightLine)
            return "table-driven" + remarks;
        return HasTables ? "straight-line code, table-driven on wide tiles" + remarks : "straight-line code";
    }

    // What the rewrites left of the layer; nothing where they found nothing.
    private string Left()
    {
        var terms = Data.TermCount;
        if (
            Data.Outputs == Layer.Outputs
            && Data.Sums == Layer.Outputs
            && terms == Layer.Edges.EntryCount
            && Layer.HasActivation == Data.HasActivation
        )
            return "";
        return string.Concat(
            Counted(Data.Outputs, "distinct neuron"),
            Data.Sums < Data.Outputs ? $" of {Counted(Data.Sums, "sum")}" : "",
            ", ",
            Counted(terms, "term"),
            Data.Partials.Count > 0 ? $", {Counted(Data.Partials.Count, "shared sum")}" : "",
            Layer.HasActivation && !Data.HasActivation ? ", no sum below 0 in the declared range" : "",
            "; "
        );
    }

    private static string Counted(long count, string what) => NetworkPrinter.Grouped(count) + " " + what + (count == 1 ? "" : "s");
}
