using System;

namespace SparseDnn;

/// <summary>
/// Base of the attributes that declare networks of families of exact solutions: the partial type becomes a network like one with
/// <see cref="SparseNetworkAttribute"/>, and gets fixtures whose outputs are known in closed form.
/// </summary>
/// <remarks>
/// The families are described on the page docs/exact-solutions.md. Formats are names such as those in <see cref="FixtureFormats"/>.
/// </remarks>
public abstract class ExactFamilyAttribute : Attribute
{
    private protected ExactFamilyAttribute() { }

    /// <summary>Element format of the network; binary32 unless said otherwise, booleans for reachability.</summary>
    public ElementFormat Format { get; set; }

    /// <summary>Format of the weights in the fixtures; that of the network unless given.</summary>
    public string? Weights { get; set; }

    /// <summary>Format of inputs and outputs in the fixtures; that of the network unless given.</summary>
    public string? Activations { get; set; }

    /// <summary>Format of sums, biases and ceilings in the fixtures; that of the network unless given.</summary>
    public string? Accumulator { get; set; }

    /// <summary>Seed of whatever is drawn: edges, answers, perturbations.</summary>
    public long Seed { get; set; } = 1;
}

/// <summary>Base of the families of ReLU networks.</summary>
public abstract class ReLUFamilyAttribute : ExactFamilyAttribute
{
    private protected ReLUFamilyAttribute() { }

    /// <summary>
    /// Whether equal bits must be demanded of every item: inputs and weights are then multiplied by powers of two until the certificate of
    /// exactness holds.
    /// </summary>
    public bool Certify { get; set; }

    /// <summary>What is perturbed to the ends of the interval in which the outputs are known exactly, and beyond.</summary>
    public Perturbations Perturbations { get; set; }
}

/// <summary>Base of the families of layered graphs over a semiring.</summary>
public abstract class GraphFamilyAttribute : ExactFamilyAttribute
{
    private protected GraphFamilyAttribute(int[] sizes) => Sizes = sizes;

    /// <summary>Nodes of each level.</summary>
    public int[] Sizes { get; }

    /// <summary>Edges into a node; fewer where the level before is smaller.</summary>
    public int Degree { get; set; } = 3;
}
