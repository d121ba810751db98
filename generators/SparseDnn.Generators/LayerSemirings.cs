using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Networks;
using SparseDnn.Roslyn.Semirings;

namespace SparseDnn.Generators;

/// <summary>The C# names of the types that stand for a network's semirings.</summary>
internal sealed class LayerSemirings
{
    private const string Kernels = "global::SparseDnn.Kernels.";

    private static readonly Dictionary<string, string> BuiltIn = new(StringComparer.Ordinal)
    {
        ["plus-times"] = "Plus, Times, NumberZero, NumberOne",
        ["max-plus"] = "Maximum, Plus, Least, NumberZero",
        ["min-plus"] = "Minimum, Plus, Greatest, NumberZero",
        ["max-times"] = "Maximum, Times, NumberZero, NumberOne",
        ["min-times"] = "Minimum, Times, Greatest, NumberOne",
        ["max-min"] = "Maximum, Minimum, Least, Greatest",
        ["min-max"] = "Minimum, Maximum, Greatest, Least",
        ["or-and"] = "Union, Intersection, NumberZero, AllOnes",
        ["xor-and"] = "SymmetricDifference, Intersection, NumberZero, AllOnes",
        ["union-intersection"] = "Union, Intersection, NumberZero, AllOnes",
        ["log"] = "LogSum, Plus, Least, NumberZero",
    };

    private readonly string _element;
    private readonly string _declared;

    public LayerSemirings(Network network)
    {
        var row = NumberTypes.Of(network.Elements);
        _declared = row.Keyword;
        var element = _element = row.KernelKeyword;
        // A declaration has one pair; its layers without an epilogue have no select step, and never ask for it.
        var semirings =
            network.Layers.Select(layer => layer.Semirings).FirstOrDefault(pair => pair.Select is not null) ?? network.Layers[0].Semirings;
        var isPlusTimes = semirings.Correlate.Name == "plus-times";
        Exact =
            isPlusTimes && network.Summation == Summation.Planned
                ? $"{Kernels}Fused<{element}>"
                : $"{Kernels}Exact<{element}, {Kernel(semirings.Correlate)}>";
        Ordered = isPlusTimes ? Exact : $"{Kernels}Ordered<{element}, {Kernel(semirings.Correlate)}>";
        Step =
            semirings.Select is null ? $"{Kernels}NoStep<{element}>"
            : semirings.Select.Name == "max-plus" ? $"{Kernels}RectifyStep<{element}>"
            : $"{Kernels}SemiringStep<{element}, {Kernel(semirings.Select)}>";
        Layers =
            $"{Kernels}LayerKernel<{element}>.Of({Binding(semirings.Correlate)}, {(semirings.Select is null ? "null" : Binding(semirings.Select))}, global::SparseDnn.Summation.{network.Summation})";
    }

    /// <summary>How terms join sums, for all inputs.</summary>
    public string Exact { get; }

    /// <summary>How they join for inputs that allow the processor's own min and max.</summary>
    public string Ordered { get; }

    /// <summary>The select step.</summary>
    public string Step { get; }

    /// <summary>Expression of the table-driven kernel.</summary>
    public string Layers { get; }

    private string Kernel(SemiringSpecification semiring) =>
        BuiltIn.TryGetValue(semiring.Name, out var types)
            ? $"{Kernels}BuiltInKernel<{_element}, {string.Join(", ", types.Split(',').Select(type => Kernels + type.Trim()))}>"
            : semiring.TypeName;

    private string Binding(SemiringSpecification semiring) => $"{Kernels}SemiringBinding.For<{semiring.TypeName}, {_declared}>()";
}
