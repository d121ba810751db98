using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Numerics;

namespace SparseDnn.Exact;

/// <summary>Says which fault of an implementation would give the outputs that were seen.</summary>
public static class VectorDiagnosis
{
    /// <summary>Likely causes, best first; empty where nothing is wrong or no known fault fits.</summary>
    /// <param name="vectors">The vectors.</param>
    /// <param name="observed">What was returned.</param>
    public static IReadOnlyList<LikelyCause> Explain(VectorSet vectors, ObservedOutputs observed) => [];

    /// <summary>Likely causes, best first; empty where nothing is wrong or no known fault fits.</summary>
    /// <param name="vectors">The vectors.</param>
    /// <param name="items">0-based items in the order in which they were given.</param>
    /// <param name="actual">Value of an output (second) of the item at a position (first); null where it is no number.</param>
    public static IReadOnlyList<LikelyCause> Explain(VectorSet vectors, IReadOnlyList<int> items, Func<int, int, Dyadic?> actual)
    {
        var format = vectors.Formats.Activations;
        return Explain(vectors, new ObservedOutputs(items, (position, output) => actual(position, output) is { } value ? format.ToBits(value) : NoNumber(format)));
    }

    // Any pattern that the format does not read as a number.
    private static ulong NoNumber(StorageFormat format) => format is FloatingStorage floating
        ? ((1UL << (floating.Format.ExponentBits + floating.Format.MantissaBits)) - 1) << (floating.Format.BitWidth - 1 - floating.Format.ExponentBits - floating.Format.MantissaBits)
        : throw new ArgumentException($"Every pattern of {format} is a value.");
}
