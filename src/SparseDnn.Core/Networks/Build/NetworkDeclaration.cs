using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Ranges;
using SparseDnn.Inputs.Weights;
using SparseDnn.Networks.Kinds;
using SparseDnn.Primitives;

namespace SparseDnn.Networks.Build;

/// <summary>A network as a user declares it, before any file is read or number rounded.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Inputs">Number of inputs; null where the first layer tells.</param>
/// <param name="Format">Element format, or what weights are stored in; null where not given.</param>
/// <param name="Summation">How terms are added.</param>
/// <param name="Layers">Groups of layers in order.</param>
/// <remarks>Equality contract: all members by value; holds nothing of the compiler.</remarks>
internal sealed record NetworkDeclaration(
    string Name,
    int? Inputs,
    ElementFormat? Format,
    Summation Summation,
    EquatableArray<LayersDeclaration> Layers
)
{
    /// <summary>The declared semirings; null where none are named, which means the ReLU network.</summary>
    public Oscillation? Semirings { get; init; }

    /// <summary>What the planner may do beside computing the network as declared.</summary>
    public Rewrites Rewrites { get; init; } = Rewrites.All;

    /// <summary>What may compute its layers beside the table loop.</summary>
    public KernelStrategies Kernels { get; init; } = KernelStrategies.All;

    /// <summary>Least and greatest input as declared; null where not given.</summary>
    public EquatableArray<double>? InputRange { get; init; }

    /// <summary>Name of a file with the range of each input as declared; null where not given.</summary>
    public string? InputRangeFile { get; init; }

    /// <summary>The name of that file with forward slashes.</summary>
    public string? RangeFileName => InputRangeFile?.Replace('\\', '/');

    /// <summary>All files that the network reads; none for a faulty pattern of names.</summary>
    public IEnumerable<InputFileName> Files
    {
        get
        {
            foreach (var name in Layers.SelectMany(group => group.Files))
                yield return new(WeightFormats.Kind, name);
            if (RangeFileName is { } ranges)
                yield return new(RangeFormats.Kind, ranges);
        }
    }

    /// <summary>Whether some layer says what its weights are stored in, so that another format of the network need not fit it.</summary>
    public bool HasLayerFormats => Layers.Any(layer => layer.Format is not null);

    /// <summary>Whether ranges of inputs are declared in either way.</summary>
    public bool HasInputRanges => InputRange is not null || InputRangeFile is not null;

    /// <summary>The declared semirings, or those of the ReLU network.</summary>
    public Oscillation Oscillation => Semirings ?? Oscillation.ReLU;

    /// <summary>What weights are stored in where their layer says nothing: as declared, or what the semiring suggests.</summary>
    public ElementFormat WeightFormat => Format ?? Oscillation.Correlate.DefaultFormat ?? ElementFormat.Binary32;

    /// <summary>The element format of activations and sums: what weights of the declared format are summed in.</summary>
    public ElementFormat Elements => NumberTypes.Of(WeightFormat).Accumulator.Format;
}
