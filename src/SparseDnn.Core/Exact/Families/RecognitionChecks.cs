using System.Linq;
using System.Numerics;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Families;

/// <summary>What the closed form of recognition demands.</summary>
internal static class RecognitionChecks
{
    public static string? Find(RecognitionLevel level)
    {
        var patterns = level.Patterns;
        if (patterns.RowCount == 0)
            return "There are no patterns; give at least one";
        if (level.Names.Count != patterns.RowCount)
            return $"There are {level.Names.Count} names for {patterns.RowCount} patterns; give one a pattern";
        if (level.Categories.RowCount != patterns.RowCount)
            return $"The categories have {level.Categories.RowCount} rows for {patterns.RowCount} patterns; give one a pattern";
        if (level.CategoryValues.Count != level.Categories.EntryCount)
            return $"There are {level.CategoryValues.Count} category values for {level.Categories.EntryCount} entries; give one an entry";
        if (level.Threshold.Sign <= 0 || level.Threshold > Dyadic.One)
            return $"The threshold is {level.Threshold}; it is above 0 and at most 1";
        for (var pattern = 0; pattern < patterns.RowCount; pattern++)
            if (patterns.Row(pattern).Length == 0)
                return $"Pattern '{level.Names[pattern]}' is empty, so every input contains it; set at least one feature";
        return Contained(level)
            ?? level
                .CategoryValues.Representatives.Select(value => Category(value, level.Threshold))
                .FirstOrDefault(fault => fault is not null);
    }

    /// <summary>The quotient where it is a dyadic number; null where it is not.</summary>
    public static Dyadic? Divide(Dyadic value, Dyadic divisor)
    {
        if (value.IsZero)
            return Dyadic.Zero;
        var quotient = BigInteger.DivRem(value.Mantissa, divisor.Mantissa, out var remainder);
        return remainder.IsZero ? new Dyadic(quotient, value.Exponent - divisor.Exponent) : null;
    }

    private static string? Category(Dyadic value, Dyadic threshold)
    {
        if (value.Sign < 0 || !value.IsFinite)
            return $"A category value is {value}; category values are finite and at least 0";
        if (Divide(value, threshold) is null)
            return $"The category value {value} over the threshold {threshold} has no exact binary form; use a power of two such as 0.5 as "
                + "threshold";
        return null;
    }

    // Counts overlaps feature by feature: a pattern is contained where all its features are shared.
    private static string? Contained(RecognitionLevel level)
    {
        var patterns = level.Patterns;
        var byFeature = new System.Collections.Generic.List<int>[patterns.ColumnCount];
        for (var pattern = 0; pattern < patterns.RowCount; pattern++)
            foreach (var feature in patterns.Row(pattern))
                (byFeature[feature] ??= []).Add(pattern);
        for (var pattern = 0; pattern < patterns.RowCount; pattern++)
        {
            var shared = new int[patterns.RowCount];
            foreach (var feature in patterns.Row(pattern))
            foreach (var other in byFeature[feature])
                shared[other]++;
            var size = patterns.Row(pattern).Length;
            for (var other = 0; other < shared.Length; other++)
            {
                if (other == pattern || shared[other] < size)
                    continue;
                return patterns.Row(other).Length == size
                    ? $"Patterns '{level.Names[pattern]}' and '{level.Names[other]}' are equal, so one cannot be told from the "
                        + "other; remove one or change it"
                    : $"Pattern '{level.Names[pattern]}' is contained in pattern '{level.Names[other]}', so '{level.Names[other]}"
                        + $"' would be recognised as both; give '{level.Names[pattern]}' a feature that '{level.Names[other]}' lacks";
            }
        }

        return null;
    }
}
