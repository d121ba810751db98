using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;
using SparseDnn.Primitives;
using SparseDnn.Topologies;

namespace SparseDnn.Exact.Families;

/// <summary>
/// Composition: levels of recognition chained, such as letters, words, sentences; each level's categories are the next one's features.
/// </summary>
/// <remarks>
/// Between levels categories are 0 or 1: their values are 1, and a category that several patterns answer with is limited
/// to 1 by a ceiling. The adjacent matrices C/θ and A' of two levels stay two layers, or are multiplied into one where
/// every category belongs to one pattern. Source: mathematics page, E2 (composition).
/// </remarks>
public static class Composition
{
    /// <summary>What keeps the closed form from holding and how to mend it; null where nothing does.</summary>
    /// <param name="levels">At least one level, the one that sees the inputs first.</param>
    /// <param name="multiply">Whether adjacent matrices are multiplied into one layer.</param>
    public static string? Check(IReadOnlyList<RecognitionLevel> levels, bool multiply)
    {
        if (levels.Count == 0)
            return "There are no levels; give at least one";
        for (var i = 0; i < levels.Count; i++)
        {
            if (levels[i].Check() is { } fault)
                return $"Level {i + 1}: {fault}";
            if (i == levels.Count - 1)
                break;
            if (levels[i].Categories.ColumnCount != levels[i + 1].Patterns.ColumnCount)
                return $"Level {i + 1} has {levels[i].Categories.ColumnCount} categories but level {i + 2} has "
                    + $"{levels[i + 1].Patterns.ColumnCount} features; make the two numbers equal";
            if (levels[i].CategoryValues.Representatives.Any(value => value != Dyadic.One))
                return $"A category value of level {i + 1} is not 1; only the last level's categories may have other values";
            if (multiply && IsShared(levels[i]))
                return $"Several patterns of level {i + 1} answer with one category, which needs a ceiling between the matrices; do "
                    + "not multiply them, or give each pattern its own category";
        }

        return null;
    }

    /// <summary>The chained network with composed inputs.</summary>
    /// <param name="name">Name of the network.</param>
    /// <param name="levels">At least one level.</param>
    /// <param name="multiply">Whether adjacent matrices are multiplied into one layer.</param>
    /// <exception cref="ArgumentException">The levels do not fit; see <see cref="Check"/>.</exception>
    public static ExactSolution Solve(string name, IReadOnlyList<RecognitionLevel> levels, bool multiply = false)
    {
        if (Check(levels, multiply) is { } fault)
            throw new ArgumentException(fault, nameof(levels));
        var items = Inputs(levels)
            .Select(input => new ExactItem(input.Label, Recognition.Values(input.Features), Answer(levels, input.Features)));
        return new ExactSolution(
            FamilyNames.Composition,
            new DyadicNetwork(name, new(Layers(levels, multiply).ToArray())),
            new(items.ToArray())
        );
    }

    private static EquatableArray<Dyadic> Answer(IReadOnlyList<RecognitionLevel> levels, bool[] features)
    {
        for (var i = 0; i < levels.Count - 1; i++)
            features = levels[i].Answer(features).Select(value => value.Sign > 0).ToArray();
        return new(levels[levels.Count - 1].Answer(features));
    }

    private static IEnumerable<DyadicLayer> Layers(IReadOnlyList<RecognitionLevel> levels, bool multiply)
    {
        yield return levels[0].Correlation;
        for (var i = 0; i < levels.Count - 1; i++)
        {
            var (classification, correlation) = (levels[i].Classification, levels[i + 1].Correlation);
            if (multiply)
            {
                yield return Product(classification, correlation);
                continue;
            }

            yield return IsShared(levels[i]) ? classification with { Ceiling = Dyadic.One } : classification;
            yield return correlation;
        }

        yield return levels[levels.Count - 1].Classification;
    }

    // The first layer has no bias and its outputs are not negative, so nothing happens between the two matrices.
    private static DyadicLayer Product(DyadicLayer first, DyadicLayer second)
    {
        var builder = new CsrBuilder(second.Outputs, first.Inputs);
        var weights = new List<Dyadic>();
        for (var output = 0; output < second.Outputs; output++)
        {
            var row = new SortedDictionary<int, Dyadic>();
            for (var outer = second.Edges.RowStarts[output]; outer < second.Edges.RowStarts[output + 1]; outer++)
            {
                var middle = second.Edges.Columns[outer];
                for (var inner = first.Edges.RowStarts[middle]; inner < first.Edges.RowStarts[middle + 1]; inner++)
                {
                    var input = first.Edges.Columns[inner];
                    row[input] = (row.TryGetValue(input, out var sum) ? sum : Dyadic.Zero) + (second.Weights[outer] * first.Weights[inner]);
                }
            }

            builder.AddRow(row.Keys.ToArray());
            weights.AddRange(row.Values);
        }

        return second with
        {
            Edges = builder.Build(),
            Weights = DyadicValues.From(weights.ToArray()),
        };
    }

    private static bool IsShared(RecognitionLevel level) =>
        level.Categories.Columns.ToArray().GroupBy(category => category).Any(group => group.Count() > 1);

    private static IEnumerable<(string Label, bool[] Features)> Inputs(IReadOnlyList<RecognitionLevel> levels)
    {
        var top = levels[levels.Count - 1];
        var inputs = levels[0].Patterns.ColumnCount;
        for (var pattern = 0; pattern < top.Patterns.RowCount; pattern++)
        {
            var whole = Expand(levels, levels.Count - 1, [pattern]);
            yield return ($"composed {top.Names[pattern]}", whole);
            var less = (bool[])whole.Clone();
            less[Array.IndexOf(less, true)] = false;
            yield return ($"composed {top.Names[pattern]} with one feature missing", less);
        }

        yield return ("no feature", new bool[inputs]);
        yield return ("all features", Enumerable.Repeat(true, inputs).ToArray());
    }

    // From patterns of a level down to the inputs: each feature by the first pattern below that answers with it.
    private static bool[] Expand(IReadOnlyList<RecognitionLevel> levels, int level, IReadOnlyList<int> patterns)
    {
        var features = new bool[levels[level].Patterns.ColumnCount];
        foreach (var pattern in patterns)
        foreach (var feature in levels[level].Patterns.Row(pattern))
            features[feature] = true;
        if (level == 0)
            return features;
        var below = levels[level - 1];
        var chosen = Enumerable
            .Range(0, features.Length)
            .Where(feature => features[feature])
            .Select(feature =>
                Enumerable
                    .Range(0, below.Categories.RowCount)
                    .Where(pattern => below.Categories.Row(pattern).IndexOf(feature) >= 0)
                    .DefaultIfEmpty(-1)
                    .First()
            );
        var found = chosen.Where(pattern => pattern >= 0).ToArray();
        // A feature that no pattern answers with stays off, so the composed item is a near miss; the closed form knows.
        return found.Length == 0 ? Enumerable.Repeat(true, levels[0].Patterns.ColumnCount).ToArray() : Expand(levels, level - 1, found);
    }
}
