using System;
using System.Collections.Generic;
using System.Linq;

namespace SparseDnn.Samples.GraphChallenge;

/// <summary>Found categories against expected ones.</summary>
/// <param name="Expected">Number of expected categories among the images that were run.</param>
/// <param name="Missing">Expected but not found.</param>
/// <param name="Surplus">Found but not expected.</param>
internal sealed record Comparison(int Expected, int[] Missing, int[] Surplus)
{
    private const int MaxNamed = 5;

    /// <summary>Whether both are the same.</summary>
    public bool Agrees => Missing.Length == 0 && Surplus.Length == 0;

    /// <summary>Compares.</summary>
    /// <param name="found">1-based image numbers.</param>
    /// <param name="expected">Likewise.</param>
    public static Comparison Of(List<int> found, SortedSet<int> expected) =>
        new(expected.Count, expected.Except(found).ToArray(), found.Except(expected).ToArray());

    /// <summary>The outcome in words.</summary>
    public override string ToString() =>
        Agrees
            ? FormattableString.Invariant($"agree: all {Expected:N0}")
            : FormattableString.Invariant($"DIFFER: {Expected:N0} expected{Name(Missing, "missing")}{Name(Surplus, "not expected")}");

    private static string Name(int[] images, string what) =>
        images.Length == 0
            ? ""
            : FormattableString.Invariant(
                $"; {images.Length:N0} {what}: {string.Join(", ", images.Take(MaxNamed))}{(images.Length > MaxNamed ? ", …" : "")}"
            );
}
