using SparseDnn.Exact.Certificates;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Vectors;

/// <summary>Test vectors: a network in its formats, inputs, expected outputs, and how much of them may be demanded.</summary>
/// <param name="Name">Name for people and folders.</param>
/// <param name="Family">Family of exact solutions, such as recognition; any network where inputs were chosen for a given one.</param>
/// <param name="Seed">Seed of whatever was drawn.</param>
/// <param name="Formats">Formats of weights, activations and sums.</param>
/// <param name="Layers">The layers.</param>
/// <param name="Inputs">One array an item.</param>
/// <param name="Outputs">Expected outputs, one array an item: exact, then rounded once to the activation format.</param>
/// <remarks>Equality contract: all members by value. The exchange format is described on the page test-vectors.</remarks>
internal sealed record VectorSet(
    string Name,
    string Family,
    long Seed,
    FormatTriple Formats,
    EquatableArray<VectorLayer> Layers,
    EquatableArray<EquatableArray<Dyadic>> Inputs,
    EquatableArray<EquatableArray<Dyadic>> Outputs
)
{
    private readonly ExactnessGround? _ground;

    /// <summary>Largest |actual − expected| of each output, one array an item; null where equality is demanded of all.</summary>
    public EquatableArray<EquatableArray<double>>? Bounds { get; init; }

    /// <summary>
    /// Why equality or the bounds may be demanded. <see cref="ExactnessGround.Certificate"/> and <see cref="ExactnessGround.Bound"/> follow
    /// from <see cref="Bounds"/>, so setting either means what that says.
    /// </summary>
    public ExactnessGround Ground
    {
        get => _ground ?? (Bounds is null ? ExactnessGround.Certificate : ExactnessGround.Bound);
        init => _ground = value is ExactnessGround.Certificate or ExactnessGround.Bound ? null : value;
    }

    /// <summary>Whether the values carried from layer to layer are rounded to the activation format by definition.</summary>
    public bool RoundBetweenLayers { get; init; }

    /// <summary>How the outputs change with the inputs; null where that is not part of the vectors.</summary>
    public VectorPerturbation? Perturbation { get; init; }

    /// <summary>What each item exercises; empty where it is not known.</summary>
    public EquatableArray<string> Labels { get; init; } = EquatableArray<string>.Empty;

    /// <summary>What made the vectors.</summary>
    public string Tool { get; init; } = DefaultTool;

    /// <summary>Where the method is from.</summary>
    public string Source { get; init; } = "arXiv 1807.03165";

    /// <summary>What rounding the network's numbers to their formats, each once, changed; empty where nothing.</summary>
    public string Rounding { get; init; } = "";

    /// <summary>Name and version of this library.</summary>
    public static string DefaultTool { get; } = $"SparseDnn.Gen {typeof(VectorSet).Assembly.GetName().Version!.ToString(3)}";

    /// <summary>The layers as a network.</summary>
    public DyadicNetwork Network => new(Name, new(System.Linq.Enumerable.Select(Layers, layer => layer.Layer)));
}

/// <summary>One layer of test vectors.</summary>
/// <param name="Layer">Weights rounded to the weight format, biases and ceiling to the accumulator format.</param>
/// <param name="Certificate">Its exactness over all items; null where none applies.</param>
/// <param name="Outputs">Its expected outputs, rounded to the activation format, one array an item; null where they are not given.</param>
/// <remarks>Equality contract: all members by value.</remarks>
internal sealed record VectorLayer(DyadicLayer Layer, VectorCertificate? Certificate, EquatableArray<EquatableArray<Dyadic>>? Outputs);

/// <summary>A layer's certificate as the exchange format carries it.</summary>
/// <param name="Granularity">g: all terms are multiples of 2^g.</param>
/// <param name="LargestSum">max Σ|t|, exact.</param>
/// <param name="HeadroomBits">Least headroom of its neurons, rounded down to a tenth; 0 or more means certified.</param>
/// <remarks>Equality contract: all members by value.</remarks>
public sealed record VectorCertificate(int Granularity, Dyadic LargestSum, double HeadroomBits)
{
    /// <summary>The summary of a layer's certificate.</summary>
    /// <param name="layer">The certificate.</param>
    internal static VectorCertificate Of(LayerCertificate layer) =>
        new(layer.Granularity, layer.LargestSum, System.Math.Floor(layer.HeadroomBits * 10) / 10);
}

/// <summary>How outputs change with the inputs: x + ε·Direction gives outputs + ε·Derivative for ε in the open interval.</summary>
/// <param name="Direction">Δ, one value an input.</param>
/// <param name="Derivative">One array an item.</param>
/// <param name="Low">ε⁻; −∞ where no kink is met.</param>
/// <param name="High">ε⁺; +∞ where no kink is met.</param>
/// <remarks>Equality contract: all members by value.</remarks>
internal sealed record VectorPerturbation(
    EquatableArray<Dyadic> Direction,
    EquatableArray<EquatableArray<Dyadic>> Derivative,
    Algebra.Values.Rational Low,
    Algebra.Values.Rational High
);
