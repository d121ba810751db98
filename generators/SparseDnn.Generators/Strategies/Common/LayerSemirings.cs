using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Networks;

namespace SparseDnn.Generators.Strategies.Common;

/// <summary>The C# names of the types that stand for a network's semirings.</summary>
internal sealed class LayerSemirings
{
    private const string Kernels = "global::SparseDnn.Kernels.";
    private const string Operations = "global::SparseDnn.Operations.";

    public LayerSemirings(Network network)
    {
        var element = NumberTypes.Of(network.Elements).KernelKeyword;
        // A declaration has one pair; its layers without an epilogue have no select semiring, and never ask for it.
        var semirings =
            network.Layers.Select(layer => layer.Semirings).FirstOrDefault(pair => pair.Select is not null) ?? network.Layers[0].Semirings;
        var correlate = semirings.Correlate;
        Exact =
            correlate.FusesProducts && network.Summation == Summation.Planned
                ? $"{Operations}Fused<{element}>"
                : $"{Operations}Exact<{element}, {correlate.TypeName}>";
        // Sums of products have neither min nor max.
        Ordered = correlate.FusesProducts ? Exact : $"{Operations}Ordered<{element}, {correlate.TypeName}>";
        Epilogue = EpilogueOf(semirings.Select, network.Elements, element);
        Layers = $"{Kernels}LayerKernels.Of<{element}, {Exact}, {Ordered}, {Epilogue}>()";
    }

    /// <summary>How terms join sums, for all inputs.</summary>
    public string Exact { get; }

    /// <summary>How they join for inputs that allow the processor's own min and max.</summary>
    public string Ordered { get; }

    /// <summary>What follows the sums.</summary>
    public string Epilogue { get; }

    /// <summary>Expression of the table-driven kernel.</summary>
    public string Layers { get; }

    private static string EpilogueOf(SemiringSpecification? select, ElementFormat format, string element)
    {
        if (select is null)
            return $"{Operations}NoEpilogue<{element}>";
        // The kernels of a declared semiring know themselves whether they rectify, down to the sign of their One.
        return select.IsBuiltIn && select.GetElement(format)?.Candidate is { } candidate && SemiringTraits.Rectifies(candidate)
            ? $"{Operations}ReluEpilogue<{element}>"
            : $"{Operations}SemiringEpilogue<{element}, {select.TypeName}>";
    }
}
