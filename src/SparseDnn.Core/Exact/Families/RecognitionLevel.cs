using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;
using SparseDnn.Primitives;
using SparseDnn.Topologies;

namespace SparseDnn.Exact.Families;

/// <summary>Patterns over binary features and the categories that each of them answers with.</summary>
/// <param name="Names">Names of the patterns.</param>
/// <param name="Patterns">One row a pattern, one column a feature.</param>
/// <param name="Categories">One row a pattern, one column a category.</param>
/// <param name="CategoryValues">Value of each entry of <paramref name="Categories"/>, at least 0.</param>
/// <param name="Threshold">θ, 0 &lt; θ ≤ 1: one half leaves a margin of one half on both sides, 1 puts the nearest misses on the
/// kink.</param>
/// <remarks>
/// W₀ = Aᵀ, b₀ = −(k − θ), W₁ = C/θ, where k counts the features of each pattern: z_j = |x ∩ a_j| − k_j + θ is θ where
/// a_j ⊆ x and at most θ − 1 otherwise. So the answer to binary features x is Σ C_j over all a_j ⊆ x, and where no
/// pattern contains another the answers to the patterns themselves are C. Source: mathematics page, E1 (recognition).
/// Equality contract: all members by value.
/// </remarks>
public sealed record RecognitionLevel(
    EquatableArray<string> Names,
    CsrPattern Patterns,
    CsrPattern Categories,
    DyadicValues CategoryValues,
    Dyadic Threshold
)
{
    /// <summary>θ where none is asked for.</summary>
    public static Dyadic DefaultThreshold { get; } = new(1, -1);

    /// <summary>A level in which every pattern is its own category.</summary>
    /// <param name="names">Names of the patterns.</param>
    /// <param name="patterns">One row a pattern, one column a feature.</param>
    /// <param name="threshold">θ; one half where null.</param>
    public static RecognitionLevel Of(IEnumerable<string> names, CsrPattern patterns, Dyadic? threshold = null)
    {
        var identity = new CsrBuilder(patterns.RowCount, patterns.RowCount);
        for (var i = 0; i < patterns.RowCount; i++)
            identity.AddRow([i]);
        return new(
            new(names.ToArray()),
            patterns,
            identity.Build(),
            new DyadicValues(Dyadic.One, patterns.RowCount),
            threshold ?? DefaultThreshold
        );
    }

    /// <summary>The level several times side by side, for pictures at several positions; names get <c>@1</c>, <c>@2</c>, …</summary>
    /// <param name="positions">How many, at least 1.</param>
    public RecognitionLevel Repeat(int positions) =>
        this with
        {
            Names = new(Enumerable.Range(1, positions).SelectMany(position => Names.Select(name => $"{name}@{position}")).ToArray()),
            Patterns = Repeat(Patterns, positions),
            Categories = Repeat(Categories, positions),
            CategoryValues = DyadicValues.From(Enumerable.Range(0, positions).SelectMany(_ => CategoryValues).ToArray()),
        };

    /// <summary>What keeps the closed form from holding and how to mend it; null where nothing does.</summary>
    public string? Check() => RecognitionChecks.Find(this);

    /// <summary>The closed form: the patterns that binary features contain.</summary>
    /// <param name="features">Which features are set.</param>
    public IEnumerable<int> Detect(IReadOnlyList<bool> features)
    {
        for (var pattern = 0; pattern < Patterns.RowCount; pattern++)
            if (Patterns.Row(pattern).ToArray().All(feature => features[feature]))
                yield return pattern;
    }

    /// <summary>The closed form: the sum of the categories of all patterns that binary features contain.</summary>
    /// <param name="features">Which features are set.</param>
    public Dyadic[] Answer(IReadOnlyList<bool> features)
    {
        var answer = new Dyadic[Categories.ColumnCount];
        foreach (var pattern in Detect(features))
            for (var entry = Categories.RowStarts[pattern]; entry < Categories.RowStarts[pattern + 1]; entry++)
                answer[Categories.Columns[entry]] += CategoryValues[entry];
        return answer;
    }

    /// <summary>W₀ and b₀.</summary>
    public DyadicLayer Correlation =>
        new(
            Patterns,
            new DyadicValues(Dyadic.One, Patterns.EntryCount),
            DyadicValues.From(Enumerable.Range(0, Patterns.RowCount).Select(pattern => Threshold - Patterns.Row(pattern).Length).ToArray())
        );

    /// <summary>W₁, without a bias.</summary>
    public DyadicLayer Classification
    {
        get
        {
            var values = new Dictionary<(int, int), Dyadic>();
            for (var pattern = 0; pattern < Categories.RowCount; pattern++)
            for (var entry = Categories.RowStarts[pattern]; entry < Categories.RowStarts[pattern + 1]; entry++)
                values[(pattern, Categories.Columns[entry])] = RecognitionChecks.Divide(CategoryValues[entry], Threshold)!.Value;
            return LayerFactory.FromMatrix(
                Categories.RowCount,
                Categories.ColumnCount,
                (pattern, category) => values.TryGetValue((pattern, category), out var value) ? value : null
            );
        }
    }

    private static CsrPattern Repeat(CsrPattern pattern, int positions)
    {
        var builder = new CsrBuilder(pattern.RowCount * positions, pattern.ColumnCount * positions);
        for (var position = 0; position < positions; position++)
        for (var row = 0; row < pattern.RowCount; row++)
            builder.AddRow(Array.ConvertAll(pattern.Row(row).ToArray(), column => (pattern.ColumnCount * position) + column));
        return builder.Build();
    }
}
