using System.Collections.Generic;
using SparseDnn.Generators.Strategies.Common;
using SparseDnn.Generators.Strategies.StraightLine;
using SparseDnn.Generators.Strategies.Table;

namespace SparseDnn.Generators.Strategies;

/// <summary>All emitters, in the order in which a kernels file holds what they write.</summary>
/// <remarks>A test demands that each strategy of a plan has one.</remarks>
internal static class StrategyEmitters
{
    /// <summary>The emitters.</summary>
    public static IReadOnlyList<StrategyEmitter> All { get; } = [new StraightLineEmitter(), new TableEmitter()];
}
