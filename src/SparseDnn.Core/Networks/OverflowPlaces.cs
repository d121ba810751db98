using System;
using System.Linq;
using SparseDnn.Inputs.Edges;
using SparseDnn.Numerics;
using SparseDnn.Problems;

namespace SparseDnn.Networks;

/// <summary>Where a weight that overflows its number format is written.</summary>
internal static class OverflowPlaces
{
    /// <summary>The narrowest place in the declaration, or the entry of the weights file.</summary>
    /// <param name="raw">The layer.</param>
    /// <param name="edge">One of its edges.</param>
    public static ProblemPlace Of(RawLayer raw, int edge) =>
        raw.Source switch
        {
            ExplicitLayerDeclaration layer => Edge(layer, raw.Weights![edge]),
            WeightFilesDeclaration => raw.Path is { } path
                ? FileEntries.Place(raw.Source.Attribute, path, raw.Edges, edge)
                : new DeclarationPlace(raw.Source.Attribute, "pattern"),
            RandomLayerDeclaration random => new DeclarationPlace(
                raw.Source.Attribute,
                Math.Abs(random.MinWeight) > Math.Abs(random.MaxWeight) ? "MinWeight" : "MaxWeight"
            ),
            _ => new DeclarationPlace(raw.Source.Attribute, "Weight"),
        };

    private static ProblemPlace Edge(ExplicitLayerDeclaration layer, DecimalNumber weight)
    {
        if (InlineEdgesReader.Read(layer.Edges) is InlineEdgesResult.Success read)
            foreach (var edge in read.Edges.Where(edge => edge.Weight == weight))
                return new InlineTextPlace(layer.Attribute, "Edges", edge.Offset, edge.Length);
        return new DeclarationPlace(layer.Attribute, "Edges");
    }
}
