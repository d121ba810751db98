using System.Threading;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Numerics;

namespace SparseDnn;

/// <summary>What fixtures to make at run time.</summary>
public sealed record FixtureOptions
{
    /// <summary>Formats of weights, activations and sums; null for those of the network or of the element type.</summary>
    public FormatTriple? Formats { get; init; }

    /// <summary>What inputs to choose.</summary>
    public InputSetOptions Inputs { get; init; } = new();

    /// <summary>Whether rounding to the activation format after every layer is part of the expected result.</summary>
    public bool RoundBetweenLayers { get; init; }

    /// <summary>
    /// What is moved away from the network, up to the ends of the interval in which its outputs are known exactly, and beyond: of real
    /// plus-times networks without <see cref="RoundBetweenLayers"/>. Moved inputs are fixtures of their own, moved weights and biases those
    /// of <see cref="FixtureSet{T}.Perturbed"/>.
    /// </summary>
    public Perturbations Perturbations { get; init; }

    /// <summary>Stops the work.</summary>
    public CancellationToken CancellationToken { get; init; }
}
