using System.Collections.Generic;
using System.Linq;
using SparseDnn.Planning.Model;

namespace SparseDnn.Planning.Strategies.Common;

/// <summary>A layer while strategies are chosen for it.</summary>
/// <param name="plan">The network.</param>
/// <param name="index">0-based.</param>
/// <param name="data">Its sums.</param>
internal sealed class LayerState(PlanState plan, int index, LayerData data)
{
    private readonly List<StrategyChoice> _choices = [];
    private TableCosts? _costs;

    /// <summary>The network.</summary>
    public PlanState Plan => plan;

    /// <summary>Which layer, 0-based.</summary>
    public int Index => index;

    /// <summary>Its sums.</summary>
    public LayerData Data => data;

    /// <summary>What became of the strategies tried so far.</summary>
    public IReadOnlyList<StrategyChoice> Choices => _choices;

    /// <summary>Whether the layer has tables: the loop over them was chosen.</summary>
    public bool HasTables => Has(KernelStrategies.TableLoop);

    /// <summary>Whether users allow a strategy.</summary>
    /// <param name="strategy">Its flag.</param>
    public bool Allows(KernelStrategies strategy) => plan.Allowed.HasFlag(strategy);

    /// <summary>Whether a strategy was chosen.</summary>
    /// <param name="strategy">Its flag.</param>
    public bool Has(KernelStrategies strategy) => _choices.Any(choice => choice is StrategyChoice.Chosen && choice.Strategy == strategy);

    /// <summary>What the ways to take tiles of items through tables would cost.</summary>
    /// <param name="target">For whom the plan is made.</param>
    public TableCosts Costs(PlanTarget target) => _costs ??= TableCosts.Of(data, plan.Allowed, target.Processor);

    internal void Note(StrategyChoice choice) => _choices.Add(choice);
}
