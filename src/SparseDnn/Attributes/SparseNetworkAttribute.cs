using System;

namespace SparseDnn;

/// <summary>
/// Makes a partial type a sparse neural network: at compile time the layers declared by the attributes beside this one
/// become specialised kernels, and the type gets <c>Infer</c>, <c>InferBatch</c>, its shapes and <c>Network</c>.
/// </summary>
/// <remarks>
/// Layers are declared, in order, by the attributes derived from <see cref="SparseLayersAttribute"/>, such as
/// <see cref="LayerAttribute"/> and <see cref="WeightFilesAttribute"/>.
/// The type may be a class or struct, static or not, nested or not, but not generic.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = false)]
public sealed class SparseNetworkAttribute : Attribute
{
    /// <summary>Number of inputs; may be left out where the first layer tells it.</summary>
    public int Inputs { get; set; }

    /// <summary>
    /// Element format of activations and sums, and of weights where their layer says nothing; or a format that only stores weights, and
    /// tells the elements by what it is summed in. Unless said otherwise binary32, or what the semiring exists in.
    /// </summary>
    public ElementFormat Format { get; set; }

    /// <summary>
    /// The semiring over which the network is linear, such as <c>typeof(MinPlus)</c>; without it, and for plus-times, the network is a ReLU
    /// network.
    /// </summary>
    public Type? Semiring { get; set; }

    /// <summary>How terms are added; fused in the planned order unless said otherwise.</summary>
    public Summation Summation { get; set; }

    /// <summary>
    /// Least and greatest value of all inputs, such as <c>new[] { 0.0, 1 }</c>: neurons that can then never be active are left out. Outputs
    /// of other inputs mean nothing.
    /// </summary>
    public double[]? InputRange { get; set; }

    /// <summary>
    /// Name of a file with a range for each input, such as <c>"ranges.tsv"</c>: lines of input (from 1), least and greatest value. The
    /// project lists it as <c>&lt;SparseRanges Include="…" /&gt;</c>. Inputs that it leaves out lie in <see cref="InputRange"/>.
    /// </summary>
    public string? InputRangeFile { get; set; }

    /// <summary>
    /// What the planner may do beside computing the network as declared; all unless said otherwise. For measuring what each rewrite brings.
    /// </summary>
    public Rewrites Rewrites { get; set; } = Rewrites.All;

    /// <summary>What may compute layers beside the table loop; for measuring. None of them changes a bit.</summary>
    public KernelStrategies Kernels { get; set; } = KernelStrategies.All;
}
