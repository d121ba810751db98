using System.Linq;
using SparseDnn.Algebra.Elements;
using SparseDnn.Planning.Model;
using SparseDnn.Roslyn.Networks;

namespace SparseDnn.Generators.Strategies.Common;

/// <summary>Names that occur throughout one kernels file.</summary>
internal sealed class KernelNames(NetworkTarget target, NetworkPlan plan)
{
    // A suffix follows, so even a keyword needs no escape.
    private readonly string _type = target.Declaration.Name;

    /// <summary>The type of activations and sums.</summary>
    public NumberType Type { get; } = NumberTypes.Of(target.Declaration.Elements);

    public ElementFormat Format => Type.Format;

    /// <summary>Element type of the kernels as C# writes it: booleans are computed 64 items a word.</summary>
    public string Element => Type.KernelKeyword;

    /// <summary>The kernels of the network's layers, which all have one pair of semirings.</summary>
    public LayerSemirings Semirings { get; } = new(plan.Network);

    public string Network => _type + "_Network";

    /// <summary>Expression of a new network object.</summary>
    public string NewNetwork =>
        Format == ElementFormat.Boolean ? $"new global::SparseDnn.BooleanNetwork(new {Network}())" : $"new {Network}()";

    public string Code => _type + "_Code";

    public string Tables => _type + "_Tables";

    public bool HasCode { get; } = plan.Layers.Any(layer => layer.IsStraightLine);
}
