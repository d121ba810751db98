using System;
using SparseDnn.Networks;

namespace SparseDnn;

/// <summary>Declares a layer in which output c sees the inputs from c − LowerBandwidth to c + UpperBandwidth.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class BandedLayerAttribute : SparseLayersAttribute
{
    private int? _outputs;

    /// <summary>Number of output neurons; as many as inputs unless given.</summary>
    public int Outputs { get => _outputs ?? 0; set => _outputs = value; }

    /// <summary>How many inputs before its own position an output sees.</summary>
    public int LowerBandwidth { get; set; }

    /// <summary>How many inputs after its own position an output sees.</summary>
    public int UpperBandwidth { get; set; }

    /// <summary>Weight of every edge; 1 unless given. Rounded once to the network's format.</summary>
    public double Weight { get; set; } = 1;

    internal override LayersDeclaration ToDeclaration(int index) => new BandedLayerDeclaration(index, Epilogue, Repeat, _outputs, LowerBandwidth, UpperBandwidth, Weight);
}
