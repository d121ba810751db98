using System.Threading;

namespace SparseDnn;

/// <summary>What <see cref="SparseNetwork.Load{T}(LoadOptions, SparseLayersAttribute[])"/> needs beside the layers.</summary>
public sealed record LoadOptions
{
    /// <summary>Folder that relative file names start from; the current folder unless given.</summary>
    public string Folder { get; init; } = ".";

    /// <summary>Number of inputs; null where the first layer tells.</summary>
    public int? Inputs { get; init; }

    /// <summary>Name for people.</summary>
    public string Name { get; init; } = "network";

    /// <summary>
    /// What weights are stored in where their layer says nothing: a format that is summed in the network's element type. That type's own
    /// unless given.
    /// </summary>
    public ElementFormat? Format { get; init; }

    /// <summary>How terms are added.</summary>
    public Summation Summation { get; init; }

    /// <summary>What the planner may do beside computing the network as declared; all unless given.</summary>
    public Rewrites Rewrites { get; init; } = Rewrites.All;

    /// <summary>What may compute layers beside the table loop; all that a loaded network can have unless given.</summary>
    public KernelStrategies Kernels { get; init; } = KernelStrategies.All;

    /// <summary>
    /// Least and greatest value of all inputs, where the caller knows: neurons that can then never be active are left out. Outputs of other
    /// inputs mean nothing.
    /// </summary>
    public (double Low, double High)? InputRange { get; init; }

    /// <summary>
    /// Name of a file with a range for each input, as <see cref="SparseNetworkAttribute.InputRangeFile"/>; relative to
    /// <see cref="Folder"/>.
    /// </summary>
    public string? InputRangeFile { get; init; }

    /// <summary>Stops reading and planning.</summary>
    public CancellationToken CancellationToken { get; init; }
}
