using System.Collections.Generic;
using System.Threading;
using SparseDnn.Generators.Text;
using SparseDnn.Planning.Model;

namespace SparseDnn.Generators.Strategies.Common;

/// <summary>What generated code holds for some strategies of a plan.</summary>
internal abstract class StrategyEmitter
{
    /// <summary>The strategies whose layers it writes.</summary>
    public abstract IReadOnlyList<KernelStrategies> Strategies { get; }

    /// <summary>Whether a plan has such layers.</summary>
    /// <param name="plan">The plan.</param>
    public abstract bool Emits(NetworkPlan plan);

    /// <summary>Writes the cases, of a switch over <c>layer</c>, that compute its layers.</summary>
    /// <param name="writer">Within the switch.</param>
    /// <param name="plan">A plan that has such layers.</param>
    /// <param name="names">Names of the file.</param>
    public abstract void Dispatch(SourceWriter writer, NetworkPlan plan, KernelNames names);

    /// <summary>Writes the layers: a type of its own behind the network's.</summary>
    /// <param name="writer">Within the network's namespace.</param>
    /// <param name="plan">A plan that has such layers.</param>
    /// <param name="names">Names of the file.</param>
    /// <param name="cancellationToken">Asked before every layer.</param>
    public abstract void Emit(SourceWriter writer, NetworkPlan plan, KernelNames names, CancellationToken cancellationToken);
}
