using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Families;

/// <summary>Recognition: networks that recognise patterns, and every binary input's answer in closed form.</summary>
public static class Recognition
{
    private const int MaxVariants = 64; // of the patterns with one feature more or less

    /// <summary>The network of two layers with its patterns, near misses and mixtures as items.</summary>
    /// <param name="name">Name of the network.</param>
    /// <param name="level">Patterns, categories and threshold.</param>
    /// <exception cref="ArgumentException">The level does not fit; see <see cref="RecognitionLevel.Check"/>.</exception>
    public static ExactSolution Solve(string name, RecognitionLevel level)
    {
        if (level.Check() is { } fault)
            throw new ArgumentException(fault, nameof(level));
        var items = Inputs(level)
            .Select(input => new ExactItem(input.Label, Values(input.Features), new EquatableArray<Dyadic>(level.Answer(input.Features))));
        return new ExactSolution(
            FamilyNames.Recognition,
            new DyadicNetwork(name, new([level.Correlation, level.Classification])),
            new(items.ToArray())
        );
    }

    /// <summary>Ones and zeros.</summary>
    /// <param name="features">Which features are set.</param>
    internal static EquatableArray<Dyadic> Values(IReadOnlyList<bool> features) =>
        new(features.Select(feature => feature ? Dyadic.One : Dyadic.Zero).ToArray());

    private static IEnumerable<(string Label, bool[] Features)> Inputs(RecognitionLevel level)
    {
        var features = level.Patterns.ColumnCount;
        for (var pattern = 0; pattern < level.Patterns.RowCount; pattern++)
            yield return ($"pattern {level.Names[pattern]}", Set(level, pattern));
        for (var pattern = 0; pattern < Math.Min(level.Patterns.RowCount, MaxVariants); pattern++)
        {
            var less = Set(level, pattern);
            less[level.Patterns.Row(pattern)[pattern % level.Patterns.Row(pattern).Length]] = false;
            yield return ($"pattern {level.Names[pattern]} with one feature missing", less);
            var more = Set(level, pattern);
            if (Array.IndexOf(more, false) is not (>= 0 and var stray))
                continue;
            more[stray] = true;
            yield return ($"pattern {level.Names[pattern]} with one feature too many", more);
        }

        yield return ("no feature", new bool[features]);
        yield return ("all features", Enumerable.Repeat(true, features).ToArray());
    }

    private static bool[] Set(RecognitionLevel level, int pattern)
    {
        var features = new bool[level.Patterns.ColumnCount];
        foreach (var feature in level.Patterns.Row(pattern))
            features[feature] = true;
        return features;
    }
}
