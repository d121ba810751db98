using System;
using SparseDnn.Networks.Kinds;

namespace SparseDnn;

/// <summary>Declares one layer with its edges written out.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class LayerAttribute : SparseLayersAttribute
{
    /// <summary>Number of output neurons.</summary>
    public int Outputs
    {
        get => Get(0);
        set => Set(value);
    }

    /// <summary>The edges: <c>"row column weight; row column weight; …"</c>, row = input and column = output neuron, both from 0.</summary>
    public string Edges
    {
        get => Get("");
        set => Set(value);
    }

    internal override LayerKind Kind => LayerKinds.Layer;
}
