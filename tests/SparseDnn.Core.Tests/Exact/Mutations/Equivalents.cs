using System.Collections.Generic;

namespace SparseDnn.Core.Tests.Exact.Mutations;

/// <summary>Faults that change no result, each with the reason; probes must agree.</summary>
internal static class Equivalents
{
    public static IReadOnlyDictionary<string, string> Reasons { get; } =
        new Dictionary<string, string>
        {
            ["kinks and ceiling: >= for > at the activation's kink"] = "both sides give 0 there",
            ["kinks and ceiling: >= for > at the ceiling"] = "both sides give the ceiling there",
            ["kinks and ceiling: ceiling before the activation"] = "a ceiling is not negative, so min and max commute",
            ["edges of a sum: rows padded with zero weights"] = "their terms are 0 as long as inputs are finite",
            ["edges of a sum: zero inputs skipped"] = "their terms are 0",
            ["edges of a sum: zero weights skipped"] = "their terms are 0",
            ["edges of a sum: sums start from minus zero"] = "zeros of either sign are equal",
            ["order and fusion where they are promised: zero terms left out"] = "adding 0 rounds nothing",
        };
}
