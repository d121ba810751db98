using System.Linq;
using SparseDnn.Planning;
using SparseDnn.Roslyn;

namespace SparseDnn.Generators;

/// <summary>Names that occur throughout one kernels file.</summary>
internal sealed class KernelNames(NetworkTarget target, NetworkPlan plan)
{
    // A suffix follows, so even a keyword needs no escape.
    private readonly string _type = target.Declaration.Name;

    public ElementFormat Format { get; } = target.Declaration.Format;

    public bool Wide => Format == ElementFormat.Binary64;

    /// <summary>Element type as C# writes it.</summary>
    public string Element => target.Element;

    /// <summary>Element type as the runtime's type names spell it.</summary>
    public string ElementName => Wide ? "Double" : "Single";

    /// <summary>The kernels of the network's layers, which all have one pair of semirings.</summary>
    public LayerSemirings Semirings { get; } = new(plan.Network, target.Element);

    public string Network => _type + "_Network";

    public string Code => _type + "_Code";

    public string Tables => _type + "_Tables";

    public bool HasCode { get; } = plan.Layers.Any(layer => layer.Strategy == KernelStrategy.StraightLine);

    public bool HasTables { get; } = plan.Layers.Any(layer => layer.HasTables);
}
