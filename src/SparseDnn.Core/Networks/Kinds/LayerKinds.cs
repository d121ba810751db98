using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Problems;

namespace SparseDnn.Networks.Kinds;

/// <summary>
/// Every kind of layers, in one table: which attributes declare layers, how their arguments are read, what messages call them. The row of
/// a kind stands beside its record.
/// </summary>
internal static partial class LayerKinds
{
    // Read on first use: the order in which the files of a partial class are initialised is not defined.
    private static readonly Lazy<IReadOnlyList<LayerKind>> Table = new(() =>
        typeof(LayerKinds)
            .GetFields()
            .Where(field => field.FieldType == typeof(LayerKind))
            .Select(field => (LayerKind)field.GetValue(null)!)
            .OrderBy(kind => kind.Name, StringComparer.Ordinal)
            .ToArray()
    );

    private static readonly Lazy<IReadOnlyDictionary<string, LayerKind>> ByAttribute = new(() =>
        All.ToDictionary(kind => kind.AttributeName, StringComparer.Ordinal)
    );

    /// <summary>All kinds, by name.</summary>
    public static IReadOnlyList<LayerKind> All => Table.Value;

    /// <summary>The kind that an attribute declares; null for any other attribute.</summary>
    /// <param name="attributeName">Name of the attribute's class.</param>
    public static LayerKind? OfAttribute(string attributeName) => ByAttribute.Value.TryGetValue(attributeName, out var kind) ? kind : null;

    /// <summary>The problem that a network has no layers.</summary>
    /// <param name="network">Name of the network.</param>
    internal static Problem NoneIn(string network) =>
        Problem.Create(ProblemKinds.NoLayers, ProblemPlace.TypeName, network, string.Join(", ", All.Select(kind => kind.Label)));
}
