using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SparseDnn.Inputs;
using SparseDnn.Networks;
using SparseDnn.Problems;

namespace SparseDnn.Analysis;

/// <summary>Which attribute declares each layer of a network, and how its parts are named and found.</summary>
/// <param name="declaration">A declaration that led to a sound network.</param>
internal sealed class LayerGroups(NetworkDeclaration declaration)
{
    private readonly LayersDeclaration[] _groups = declaration.Layers.SelectMany(group => Enumerable.Repeat(group, Count(group))).ToArray();

    /// <summary>The attribute of a layer.</summary>
    /// <param name="layer">0-based.</param>
    public LayersDeclaration this[int layer] => _groups[layer];

    /// <summary>Whether a layer is the only one that its attribute declares.</summary>
    /// <param name="layer">0-based.</param>
    public bool IsAlone(int layer) => Count(_groups[layer]) == 1;

    /// <summary>A layer's name in messages.</summary>
    /// <param name="layer">0-based.</param>
    public string Name(int layer) => string.Format(CultureInfo.InvariantCulture, "layer {0} ({1})", layer + 1, _groups[layer].Label);

    /// <summary>Where a layer's weights are declared.</summary>
    /// <param name="layer">0-based.</param>
    public DeclarationPlace Weights(int layer) =>
        new(
            _groups[layer].Attribute,
            _groups[layer] switch
            {
                ExplicitLayerDeclaration => "Edges",
                WeightFilesDeclaration => "pattern",
                RandomLayerDeclaration => null,
                _ => "Weight",
            }
        );

    /// <summary>Where a layer's biases are declared.</summary>
    /// <param name="layer">0-based.</param>
    public DeclarationPlace Biases(int layer) => new(_groups[layer].Attribute, _groups[layer].Epilogue.Biases is null ? "Bias" : "Biases");

    /// <summary>The attribute of a layer as a whole.</summary>
    /// <param name="layer">0-based.</param>
    public DeclarationPlace Whole(int layer) => new(_groups[layer].Attribute);

    private static int Count(LayersDeclaration group) =>
        group.Repeat
        * group switch
        {
            RadixNetDeclaration net => net.Radices.Count,
            WeightFilesDeclaration set => FileNamePattern.Expand(set.Pattern, out _)?.Length ?? 0,
            _ => 1,
        };
}
