using System;
using System.Linq;
using SparseDnn.Formats;
using SparseDnn.Numerics;
using SparseDnn.Problems;

namespace SparseDnn.Networks;

/// <summary>Where a weight that overflows its number format is written.</summary>
internal static class OverflowPlaces
{
    /// <summary>The narrowest place in the declaration; for weights files the name of the file, whose lines are not kept.</summary>
    /// <param name="source">The declared group.</param>
    /// <param name="weight">One of its weights.</param>
    public static ProblemPlace Of(LayersDeclaration source, DecimalNumber weight) => source switch
    {
        ExplicitLayerDeclaration layer => Edge(layer, weight),
        WeightFilesDeclaration => new DeclarationPlace(source.Attribute, "pattern"),
        RandomLayerDeclaration random => new DeclarationPlace(source.Attribute, Math.Abs(random.MinWeight) > Math.Abs(random.MaxWeight) ? "MinWeight" : "MaxWeight"),
        _ => new DeclarationPlace(source.Attribute, "Weight"),
    };

    private static ProblemPlace Edge(ExplicitLayerDeclaration layer, DecimalNumber weight)
    {
        if (InlineEdgesReader.Read(layer.Edges) is InlineEdgesResult.Success read)
            foreach (var edge in read.Edges.Where(edge => edge.Weight == weight))
                return new InlineTextPlace(layer.Attribute, "Edges", edge.Offset, edge.Length);
        return new DeclarationPlace(layer.Attribute, "Edges");
    }
}
