using System;
using SparseDnn.Networks;

namespace SparseDnn;

/// <summary>
/// Declares one layer a weights file: Matrix Market coordinate or GraphChallenge TSV, row = input and column = output neuron, both from 1.
/// </summary>
/// <remarks>
/// The project lists the files as <c>&lt;SparseWeights Include="…" /&gt;</c>. A name matches a file whose path ends with it.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class WeightFilesAttribute : SparseLayersAttribute
{
    private int? _neurons;

    /// <summary>Names the files.</summary>
    /// <param name="pattern">A file name, perhaps with folders; one range such as <c>{1..120}</c> stands for several files in that
    /// order.</param>
    public WeightFilesAttribute(string pattern) => Pattern = pattern;

    /// <summary>The file name or names.</summary>
    public string Pattern { get; }

    /// <summary>
    /// Number of neurons on both sides of every layer, for TSV files, which carry no shape; otherwise taken from the largest indices.
    /// </summary>
    public int Neurons
    {
        get => _neurons ?? 0;
        set => _neurons = value;
    }

    private protected override LayersDeclaration Declare(int index) =>
        new WeightFilesDeclaration(index, DeclaredEpilogue, Repeat, Pattern ?? "", _neurons);
}
