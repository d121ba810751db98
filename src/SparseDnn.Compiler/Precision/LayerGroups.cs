using System.Collections.Generic;
using System.Globalization;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Networks.Kinds;
using SparseDnn.Problems;

namespace SparseDnn.Compiler.Precision;

/// <summary>Which attribute declares each layer of a network, and how its parts are named and found.</summary>
internal sealed class LayerGroups
{
    private readonly List<LayersDeclaration> _groups = [];
    private readonly List<bool> _areAlone = [];

    /// <param name="declaration">A declaration.</param>
    /// <param name="network">The sound network that it led to.</param>
    public LayerGroups(NetworkDeclaration declaration, Network network)
    {
        foreach (var group in declaration.Layers)
        {
            var layers = group.Repeat * group.CountLayers(network.Layers[_groups.Count].Inputs);
            for (var i = 0; i < layers; i++)
            {
                _groups.Add(group);
                _areAlone.Add(layers == 1);
            }
        }
    }

    /// <summary>The attribute of a layer.</summary>
    /// <param name="layer">0-based.</param>
    public LayersDeclaration this[int layer] => _groups[layer];

    /// <summary>Whether a layer is the only one that its attribute declares.</summary>
    /// <param name="layer">0-based.</param>
    public bool IsAlone(int layer) => _areAlone[layer];

    /// <summary>A layer's name in messages.</summary>
    /// <param name="layer">0-based.</param>
    public string Name(int layer) => string.Format(CultureInfo.InvariantCulture, "layer {0} ({1})", layer + 1, _groups[layer].Label);

    /// <summary>Where a layer's weights are declared.</summary>
    /// <param name="layer">0-based.</param>
    public DeclarationPlace Weights(int layer) => _groups[layer].Weights;

    /// <summary>Where a layer's biases are declared.</summary>
    /// <param name="layer">0-based.</param>
    public DeclarationPlace Biases(int layer) => _groups[layer].At(_groups[layer].Epilogue.Biases is null ? "Bias" : "Biases");

    /// <summary>The attribute of a layer as a whole.</summary>
    /// <param name="layer">0-based.</param>
    public DeclarationPlace Whole(int layer) => _groups[layer].At(null);
}
