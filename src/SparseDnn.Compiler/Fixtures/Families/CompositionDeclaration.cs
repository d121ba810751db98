using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SparseDnn.Exact.Families;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Patterns;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Compiler.Fixtures.Families;

/// <summary>A declared composition network.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Format">Element format; null where not given.</param>
/// <param name="Fixtures">What is asked of the fixtures.</param>
/// <param name="Levels">Names of a glyph file and of the composition files above it, in order.</param>
/// <param name="Threshold">θ of every level.</param>
/// <param name="Multiply">Whether adjacent matrices are multiplied into one layer.</param>
internal sealed record CompositionDeclaration(
    string Name,
    ElementFormat? Format,
    FixtureDeclaration Fixtures,
    EquatableArray<string> Levels,
    double Threshold,
    bool Multiply
) : FamilyDeclaration(Name, Format, Fixtures)
{
    /// <summary>Most patterns of one level, all positions together.</summary>
    public const int MaxPatterns = 1 << 12;

    /// <inheritdoc/>
    public override string Label => "[CompositionNetwork]";

    /// <inheritdoc/>
    public override IReadOnlyList<InputFileName> Files =>
        Levels
            .Select((name, level) => new InputFileName(level == 0 ? PatternFormats.Glyphs : PatternFormats.Compositions, Slashed(name)))
            .ToArray();

    /// <inheritdoc/>
    internal override ExactSolution? Solve(FamilyContext context)
    {
        if (Levels.Count < 2)
            context.Fail(
                ProblemKinds.FamilyDoesNotFit,
                null,
                "There are no compositions; give a glyph file and at least one composition file"
            );
        if (
            context.HasFailed
            || context.Exact("Threshold", Threshold) is not { } threshold
            || context.Read(PatternFormats.Glyphs, Levels[0], "level0") is not { } glyphs
        )
            return null;
        var sets = new List<CompositionSet>();
        var names = glyphs.Names;
        for (var i = 1; i < Levels.Count; i++)
        {
            if (Read(context, i, names) is not { } set)
                return null;
            sets.Add(set);
            names = set.Names;
        }

        var levels = new List<RecognitionLevel>();
        for (var i = 0; i < Levels.Count; i++)
        {
            // Each level stands at every position of those above it.
            var positions = sets.Skip(i).Aggregate(1.0, (product, set) => product * set.Positions);
            var one =
                i == 0
                    ? RecognitionLevel.Of(glyphs.Names, glyphs.Pixels, threshold)
                    : RecognitionLevel.Of(sets[i - 1].Names, sets[i - 1].Patterns, threshold);
            if (positions * one.Names.Count > MaxPatterns)
            {
                context.Fail(
                    ProblemKinds.InvalidSize,
                    Argument(i),
                    $"The number of patterns of '{Levels[i]}' at all positions",
                    (positions * one.Names.Count).ToString("0", CultureInfo.InvariantCulture),
                    FormattableString.Invariant($"it is at most {MaxPatterns}; use fewer or shorter compositions")
                );
                return null;
            }

            if (!context.Accept(one.Check(), Argument(i)))
                return null;
            levels.Add(positions > 1 ? one.Repeat((int)positions) : one);
        }

        if (!context.Affords(levels.Sum(level => (double)level.Patterns.EntryCount + level.Categories.EntryCount)))
            return null;
        context.CancellationToken.ThrowIfCancellationRequested();
        return context.Accept(Composition.Check(levels, Multiply)) ? Composition.Solve(Name, levels, Multiply) : null;
    }

    private CompositionSet? Read(FamilyContext context, int level, IReadOnlyList<string> below)
    {
        if (context.Read(PatternFormats.Compositions, Levels[level], Argument(level)) is not { } text)
            return null;
        if (!text.Resolve(below).TryGet(out var compositions, out var problem))
            context.Add(problem);
        return compositions;
    }

    private static string Argument(int level) => "level" + level.ToString(CultureInfo.InvariantCulture);
}
