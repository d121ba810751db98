using System;

namespace SparseDnn;

/// <summary>
/// Gives a partial type fixtures for a declared network: inputs that are chosen for what goes wrong in implementations, and outputs from
/// exact arithmetic.
/// </summary>
/// <remarks>
/// The type gets <c>Fixtures</c>, and <c>All</c> with one argument list a fixture for test frameworks. The network may be
/// declared beside it or in a referenced assembly. Formats are names such as those in <see cref="FixtureFormats"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = false)]
public sealed class ExactFixturesAttribute : Attribute
{
    private double? _low;
    private double? _high;

    /// <summary>Names the network.</summary>
    /// <param name="network">A type with <see cref="SparseNetworkAttribute"/> or an attribute of a family of exact solutions.</param>
    public ExactFixturesAttribute(Type network) => Network = network;

    /// <summary>The declared network.</summary>
    public Type Network { get; }

    /// <summary>Number of items; 32 unless given.</summary>
    public int Items { get; set; } = 32;

    /// <summary>Seed of the inputs and of perturbations.</summary>
    public long Seed { get; set; } = 1;

    /// <summary>Format of the weights; that of the network unless given.</summary>
    public string? Weights { get; set; }

    /// <summary>Format of inputs and outputs; that of the network unless given.</summary>
    public string? Activations { get; set; }

    /// <summary>Format of sums, biases and ceilings; that of the network unless given.</summary>
    public string? Accumulator { get; set; }

    /// <summary>Whether rounding to the activation format after every layer is part of the expected outputs.</summary>
    public bool RoundBetweenLayers { get; set; }

    /// <summary>Whether only inputs are chosen of which equal bits may be demanded.</summary>
    public bool Certify { get; set; }

    /// <summary>What is perturbed to the ends of the interval in which the outputs are known exactly, and beyond.</summary>
    public Perturbations Perturbations { get; set; }

    /// <summary>Least value of chosen inputs; −1 unless given.</summary>
    public double Low
    {
        get => _low ?? -1;
        set => _low = value;
    }

    /// <summary>Greatest value of chosen inputs, above 0; 1 unless given.</summary>
    public double High
    {
        get => _high ?? 1;
        set => _high = value;
    }
}
