using System;
using SparseDnn.Networks;

namespace SparseDnn;

/// <summary>Declares one layer with its edges written out.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class LayerAttribute : SparseLayersAttribute
{
    private int? _outputs;

    /// <summary>Number of output neurons.</summary>
    public int Outputs
    {
        get => _outputs ?? 0;
        set => _outputs = value;
    }

    /// <summary>The edges: <c>"row column weight; row column weight; …"</c>, row = input and column = output neuron, both from 0.</summary>
    public string Edges { get; set; } = "";

    private protected override LayersDeclaration Declare(int index) =>
        new ExplicitLayerDeclaration(index, DeclaredEpilogue, Repeat, _outputs, Edges ?? "");
}
