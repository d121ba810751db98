using System;
using System.Collections.Generic;
using SparseDnn.Networks;

namespace SparseDnn.Planning;

/// <summary>Where a term may be left out that was added already: ⊕ chooses among its operands, in an order without ties.</summary>
internal static class Idempotence
{
    private static readonly HashSet<string> Choosing = new(StringComparer.Ordinal)
    {
        "max-plus",
        "min-plus",
        "max-times",
        "min-times",
        "max-min",
        "min-max",
        "or-and",
        "union-intersection",
    };

    /// <summary>Whether a repeated term changes no bit of a layer's sums.</summary>
    /// <param name="layer">Any layer.</param>
    public static bool Holds(Layer layer) => Choosing.Contains(layer.Semirings.Correlate.Name);
}
