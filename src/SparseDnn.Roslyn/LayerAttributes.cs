using System;
using System.Collections.Generic;
using SparseDnn.Networks;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Roslyn;

/// <summary>The layer attributes: for each class name how its arguments become a declaration.</summary>
internal static class LayerAttributes
{
    public static IReadOnlyDictionary<string, Func<AttributeReader, LayersDeclaration>> Readers { get; } =
        new Dictionary<string, Func<AttributeReader, LayersDeclaration>>
        {
            ["LayerAttribute"] = a => new ExplicitLayerDeclaration(
                ((LayersPlace)a.Place).Position,
                a.Epilogue(),
                Repeat(a),
                a.Integer("Outputs"),
                a.Text("Edges") ?? ""
            ),
            ["WeightFilesAttribute"] = a => new WeightFilesDeclaration(
                ((LayersPlace)a.Place).Position,
                a.Epilogue(),
                Repeat(a),
                a.ConstructorText(0) ?? "",
                a.Integer("Neurons")
            ),
            ["RadixNetAttribute"] = a => new RadixNetDeclaration(
                ((LayersPlace)a.Place).Position,
                a.Epilogue(),
                Repeat(a),
                a.Integers("Radices") ?? EquatableArray<int>.Empty,
                a.Integer("Blocks"),
                a.Integers("BlockCounts"),
                a.Long("PermuteSeed"),
                a.Double("Weight")
            ),
            ["BandedLayerAttribute"] = a => new BandedLayerDeclaration(
                ((LayersPlace)a.Place).Position,
                a.Epilogue(),
                Repeat(a),
                a.Integer("Outputs"),
                a.Integer("LowerBandwidth") ?? 0,
                a.Integer("UpperBandwidth") ?? 0,
                a.Double("Weight")
            ),
            ["RandomLayerAttribute"] = a => new RandomLayerDeclaration(
                ((LayersPlace)a.Place).Position,
                a.Epilogue(),
                Repeat(a),
                a.Integer("Outputs"),
                a.Integer("InDegree"),
                a.Double("Density"),
                a.Long("Seed") ?? 0,
                a.Double("MinWeight") ?? -1,
                a.Double("MaxWeight") ?? 1
            ),
        };

    private static int Repeat(AttributeReader attribute) => attribute.Integer("Repeat") ?? 1;
}
