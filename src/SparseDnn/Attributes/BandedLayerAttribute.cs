using System;
using SparseDnn.Networks;

namespace SparseDnn;

/// <summary>Declares a layer in which output c sees the inputs from c − LowerBandwidth to c + UpperBandwidth.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class BandedLayerAttribute : SparseLayersAttribute
{
    private int? _outputs;
    private double? _weight;

    /// <summary>Number of output neurons; as many as inputs unless given.</summary>
    public int Outputs
    {
        get => _outputs ?? 0;
        set => _outputs = value;
    }

    /// <summary>How many inputs before its own position an output sees.</summary>
    public int LowerBandwidth { get; set; }

    /// <summary>How many inputs after its own position an output sees.</summary>
    public int UpperBandwidth { get; set; }

    /// <summary>
    /// Weight of every edge; One of the semiring unless given, which is 1 for a ReLU network. Rounded once to the network's format.
    /// </summary>
    public double Weight
    {
        get => _weight ?? 1;
        set => _weight = value;
    }

    private protected override LayersDeclaration Declare(int index) =>
        new BandedLayerDeclaration(index, DeclaredEpilogue, Repeat, _outputs, LowerBandwidth, UpperBandwidth, _weight);
}
