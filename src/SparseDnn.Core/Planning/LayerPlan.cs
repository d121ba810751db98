using SparseDnn.Networks;
using SparseDnn.Primitives;
using SparseDnn.Topologies;

namespace SparseDnn.Planning;

/// <summary>What will be done for one layer, and why.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Strategy">The chosen strategy.</param>
/// <param name="Declined">Why another strategy was not taken; empty where none was better.</param>
/// <param name="Lists">Distinct index lists, one row each; sums over the same inputs share one.</param>
/// <param name="ListOfSum">For each distinct sum its row of <paramref name="Lists"/>.</param>
/// <param name="SumOfNeuron">For each output neuron its sum; neurons of equal inputs and weights share one.</param>
/// <remarks>
/// The summation tree of every neuron: starting at Zero, its terms in ascending input index are added one at a time,
/// over plus-times fused or separately rounded as the network's <see cref="Summation"/> says. Equality contract: all members by value.
/// </remarks>
public sealed record LayerPlan(Layer Layer, KernelStrategy Strategy, string Declined, CsrPattern Lists, EquatableArray<int> ListOfSum, EquatableArray<int> SumOfNeuron)
{
    /// <summary>On which inputs comparing selects may stand for min and max in the sums.</summary>
    public OrderedInputs Ordered { get; init; }

    /// <summary>Whether inputs that meet <see cref="Ordered"/> give outputs that meet it again.</summary>
    public bool KeepsOrdered { get; init; }

    /// <summary>Whether the layer has tables, alone or beside its code.</summary>
    /// <remarks>
    /// With individual weights code wins for one register of items only; on wider tiles the table loop loads each weight once for several registers.
    /// Both form the same sums, so a layer may have both.
    /// </remarks>
    public bool HasTables => Strategy == KernelStrategy.Table || !Layer.Weights.IsConstant;

    /// <summary>The plan in words, for hover texts and remarks.</summary>
    public string Explanation => string.Concat(
        NetworkPrinter.Summary(Layer), "; ",
        Strategy == KernelStrategy.Table ? "table-driven" : HasTables ? "straight-line code, table-driven on wide tiles" : "straight-line code",
        ListOfSum.Count < Layer.Outputs && Strategy == KernelStrategy.Table ? $", {NetworkPrinter.Grouped(ListOfSum.Count)} distinct sums" : "",
        Lists.RowCount < ListOfSum.Count ? $", {NetworkPrinter.Grouped(Lists.RowCount)} distinct index lists" : "",
        Declined.Length == 0 ? "" : $"; {Declined}");
}
