using System.Collections.Generic;
using SparseDnn.Exact.Families;
using SparseDnn.Exact.Networks;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Patterns;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Compiler.Fixtures.Families;

/// <summary>A declared recognition network.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Format">Element format; null where not given.</param>
/// <param name="Fixtures">What is asked of the fixtures.</param>
/// <param name="Patterns">Name of a glyph file.</param>
/// <param name="Threshold">θ.</param>
/// <param name="Categories"><c>name: pattern pattern …</c> each; null where every pattern is its own.</param>
internal sealed record RecognitionDeclaration(
    string Name,
    ElementFormat? Format,
    FixtureDeclaration Fixtures,
    string Patterns,
    double Threshold,
    EquatableArray<string>? Categories
) : FamilyDeclaration(Name, Format, Fixtures)
{
    /// <inheritdoc/>
    public override string Label => "[RecognitionNetwork]";

    /// <inheritdoc/>
    public override IReadOnlyList<InputFileName> Files => [new(PatternFormats.Glyphs, Slashed(Patterns))];

    /// <inheritdoc/>
    internal override ExactSolution? Solve(FamilyContext context)
    {
        if (
            context.Read(PatternFormats.Glyphs, Patterns, "patterns") is not { } glyphs
            || context.Exact("Threshold", Threshold) is not { } threshold
        )
            return null;
        var level = RecognitionLevel.Of(glyphs.Names, glyphs.Pixels, threshold);
        if (Categories is { } categories)
        {
            if (PatternCategories.Read(glyphs.Names, categories, out var fault) is not { } pattern)
            {
                context.Accept(fault, "Categories");
                return null;
            }

            level = level with { Categories = pattern, CategoryValues = new DyadicValues(Dyadic.One, pattern.EntryCount) };
        }

        return context.Accept(level.Check(), "patterns") ? Recognition.Solve(Name, level) : null;
    }
}
