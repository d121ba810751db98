using System;
using System.Collections.Generic;
using SparseDnn.Numerics;

namespace SparseDnn.Exact;

/// <summary>A semiring in binary64: what edges do to a sum.</summary>
internal sealed record PlainSemiring(Func<double, double, double> Add, Func<double, double, double> Multiply, double Zero)
{
    private static readonly Dictionary<string, PlainSemiring> Rows = new()
    {
        [DyadicLayer.PlusTimes] = new((a, b) => a + b, (w, x) => w * x, 0),
        ["max-plus"] = new(Math.Max, (w, x) => w + x, double.NegativeInfinity),
        ["min-plus"] = new(Math.Min, (w, x) => w + x, double.PositiveInfinity),
        ["max-times"] = new(Math.Max, (w, x) => w * x, 0),
        ["min-times"] = new(Math.Min, (w, x) => w * x, double.PositiveInfinity),
        ["max-min"] = new(Math.Max, Math.Min, double.NegativeInfinity),
        ["min-max"] = new(Math.Min, Math.Max, double.PositiveInfinity),
        ["or-and"] = new((a, b) => (ulong)a | (ulong)b, (w, x) => (ulong)w & (ulong)x, 0),
        ["xor-and"] = new((a, b) => (ulong)a ^ (ulong)b, (w, x) => (ulong)w & (ulong)x, 0),
        ["union-intersection"] = new((a, b) => (ulong)a | (ulong)b, (w, x) => (ulong)w & (ulong)x, 0),
    };

    /// <summary>The semiring of a name; null where it is not known here.</summary>
    public static PlainSemiring? Of(string name, StorageFormat accumulator)
    {
        if (!Rows.TryGetValue(name, out var row))
            return null;
        // Integers have no infinities; their ends are the identities.
        return accumulator is FloatingStorage || !double.IsInfinity(row.Zero)
            ? row
            : row with
            {
                Zero = (row.Zero > 0 ? accumulator.MaxFinite : accumulator.MinFinite).ToDouble(),
            };
    }
}
