using System;
using SparseDnn.Networks.Kinds;

namespace SparseDnn;

/// <summary>
/// Declares one layer a weights file: Matrix Market coordinate, GraphChallenge TSV or NumPy, row = input and column = output neuron.
/// </summary>
/// <remarks>
/// The project lists the files as <c>&lt;SparseWeights Include="…" /&gt;</c>. A name matches a file whose path ends with it.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class WeightFilesAttribute : SparseLayersAttribute
{
    /// <summary>Names the files.</summary>
    /// <param name="pattern">A file name, perhaps with folders; one range such as <c>{1..120}</c> stands for several files in that
    /// order.</param>
    public WeightFilesAttribute(string pattern) => Set(pattern, nameof(pattern));

    /// <summary>The file name or names.</summary>
    public string Pattern => Get("", "pattern");

    /// <summary>
    /// Number of neurons on both sides of every layer, for TSV files, which carry no shape; otherwise taken from the largest indices.
    /// </summary>
    public int Neurons
    {
        get => Get(0);
        set => Set(value);
    }

    internal override LayerKind Kind => LayerKinds.WeightFiles;
}
