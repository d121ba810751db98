using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Ranges;
using SparseDnn.Inputs.Weights;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Networks;

/// <summary>A network as a user declares it, before any file is read or number rounded.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Inputs">Number of inputs; null where the first layer tells.</param>
/// <param name="Format">Element format; null where not given.</param>
/// <param name="Summation">How terms are added.</param>
/// <param name="Layers">Groups of layers in order.</param>
/// <remarks>Equality contract: all members by value; holds nothing of the compiler.</remarks>
public sealed record NetworkDeclaration(
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
            foreach (var set in Layers.OfType<WeightFilesDeclaration>())
            foreach (var name in FileNamePattern.Expand(set.Pattern, out _) ?? [])
                yield return new(WeightFormats.Kind, name);
            if (RangeFileName is { } ranges)
                yield return new(RangeFormats.Kind, ranges);
        }
    }

    /// <summary>Whether ranges of inputs are declared in either way.</summary>
    public bool HasInputRanges => InputRange is not null || InputRangeFile is not null;

    /// <summary>The declared semirings, or those of the ReLU network.</summary>
    public Oscillation Oscillation => Semirings ?? Oscillation.ReLU;

    /// <summary>The element format: as declared, or the one that the semiring suggests.</summary>
    public ElementFormat Elements => Format ?? ElementFormats.Default(Oscillation.Correlate) ?? ElementFormat.Binary32;
}

/// <summary>What happens to a layer's sums, as declared. Null means not given.</summary>
/// <param name="Bias">One bias for every neuron.</param>
/// <param name="Biases">One bias a neuron.</param>
/// <param name="BiasMode">Whether the bias reaches zero sums.</param>
/// <param name="Activation">Whether One of the select semiring is added after the bias; null where not given, which means that it
/// is.</param>
/// <param name="Ceiling">Largest output.</param>
public sealed record EpilogueDeclaration(
    double? Bias,
    EquatableArray<double>? Biases,
    BiasMode BiasMode,
    Activation? Activation,
    double? Ceiling
)
{
    /// <summary>No bias, ReLU, no ceiling.</summary>
    public static EpilogueDeclaration Default { get; } = new(null, null, BiasMode.Dense, null, null);

    /// <summary>Whether <see cref="BiasMode"/> was written, not left to its default.</summary>
    public bool IsBiasModeGiven { get; init; }

    /// <summary>Whether the sums are followed by a select step at all.</summary>
    public Epilogue Epilogue { get; init; }
}

/// <summary>One attribute that declares one or several layers. A closed union.</summary>
/// <param name="Attribute">Index of the attribute, for <see cref="DeclarationPlace"/>.</param>
/// <param name="Epilogue">Bias, activation and ceiling of every layer it declares.</param>
/// <param name="Repeat">How often the group of layers is repeated.</param>
public abstract record LayersDeclaration(int Attribute, EpilogueDeclaration Epilogue, int Repeat)
{
    /// <summary>The attribute as written in source, for messages.</summary>
    public abstract string Label { get; }
}

/// <summary>Layers of a RadiX-Net.</summary>
/// <param name="Attribute">Index of the attribute.</param>
/// <param name="Epilogue">Epilogue of every layer.</param>
/// <param name="Repeat">Number of nets.</param>
/// <param name="Radices">N₁ … N_k.</param>
/// <param name="Blocks">D for every layer; null where not given.</param>
/// <param name="BlockCounts">D₀ … D_k; null where not given.</param>
/// <param name="PermuteSeed">Seed of the permutations; null for none.</param>
/// <param name="Weight">Weight of every edge; null for One.</param>
public sealed record RadixNetDeclaration(
    int Attribute,
    EpilogueDeclaration Epilogue,
    int Repeat,
    EquatableArray<int> Radices,
    int? Blocks,
    EquatableArray<int>? BlockCounts,
    long? PermuteSeed,
    double? Weight
) : LayersDeclaration(Attribute, Epilogue, Repeat)
{
    /// <inheritdoc/>
    public override string Label => "[RadixNet]";
}

/// <summary>One layer with its edges written in the attribute.</summary>
/// <param name="Attribute">Index of the attribute.</param>
/// <param name="Epilogue">Epilogue of the layer.</param>
/// <param name="Repeat">How often.</param>
/// <param name="Outputs">Number of outputs; null where not given.</param>
/// <param name="Edges">Text of the edges.</param>
public sealed record ExplicitLayerDeclaration(int Attribute, EpilogueDeclaration Epilogue, int Repeat, int? Outputs, string Edges)
    : LayersDeclaration(Attribute, Epilogue, Repeat)
{
    /// <inheritdoc/>
    public override string Label => "[Layer]";
}

/// <summary>Layers whose weights are in files, one file a layer.</summary>
/// <param name="Attribute">Index of the attribute.</param>
/// <param name="Epilogue">Epilogue of every layer.</param>
/// <param name="Repeat">How often the whole list is repeated.</param>
/// <param name="Pattern">File name, with a range such as {1..120} for several.</param>
/// <param name="Neurons">Width of every layer boundary for files that carry no shape; null to infer it.</param>
public sealed record WeightFilesDeclaration(int Attribute, EpilogueDeclaration Epilogue, int Repeat, string Pattern, int? Neurons)
    : LayersDeclaration(Attribute, Epilogue, Repeat)
{
    /// <inheritdoc/>
    public override string Label => "[WeightFiles]";
}

/// <summary>Banded layers of one weight.</summary>
/// <param name="Attribute">Index of the attribute.</param>
/// <param name="Epilogue">Epilogue of every layer.</param>
/// <param name="Repeat">How often.</param>
/// <param name="Outputs">Number of outputs; null for as many as inputs.</param>
/// <param name="LowerBandwidth">How many inputs before its own position an output sees.</param>
/// <param name="UpperBandwidth">How many after.</param>
/// <param name="Weight">Weight of every edge; null for One.</param>
public sealed record BandedLayerDeclaration(
    int Attribute,
    EpilogueDeclaration Epilogue,
    int Repeat,
    int? Outputs,
    int LowerBandwidth,
    int UpperBandwidth,
    double? Weight
) : LayersDeclaration(Attribute, Epilogue, Repeat)
{
    /// <inheritdoc/>
    public override string Label => "[BandedLayer]";
}

/// <summary>Seeded random layers.</summary>
/// <param name="Attribute">Index of the attribute.</param>
/// <param name="Epilogue">Epilogue of every layer.</param>
/// <param name="Repeat">How often; every repeat draws its own edges.</param>
/// <param name="Outputs">Number of outputs; null for as many as inputs.</param>
/// <param name="InDegree">Inputs of every output; null where the density tells.</param>
/// <param name="Density">Share of inputs that every output sees, above 0 and at most 1; null where the in-degree tells.</param>
/// <param name="Seed">Seed of the draws.</param>
/// <param name="MinWeight">Least weight.</param>
/// <param name="MaxWeight">Bound of the weights.</param>
public sealed record RandomLayerDeclaration(
    int Attribute,
    EpilogueDeclaration Epilogue,
    int Repeat,
    int? Outputs,
    int? InDegree,
    double? Density,
    long Seed,
    double MinWeight,
    double MaxWeight
) : LayersDeclaration(Attribute, Epilogue, Repeat)
{
    /// <inheritdoc/>
    public override string Label => "[RandomLayer]";
}
