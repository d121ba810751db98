using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Families;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Compiler.Fixtures.Families;

/// <summary>A declared path-counting network.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Format">Element format; null where not given.</param>
/// <param name="Fixtures">What is asked of the fixtures.</param>
/// <param name="Radices">N₁ … N_k.</param>
/// <param name="Blocks">D for every boundary; null where not given.</param>
/// <param name="BlockCounts">D₀ … D_k; null where not given.</param>
/// <param name="Weight">Weight of every edge, rounded once to the weight format.</param>
/// <param name="Repeat">Number of nets.</param>
/// <param name="PermuteSeed">Seed of the permutations between nets; null for none.</param>
internal sealed record PathCountingDeclaration(
    string Name,
    ElementFormat? Format,
    FixtureDeclaration Fixtures,
    EquatableArray<int> Radices,
    int? Blocks,
    EquatableArray<int>? BlockCounts,
    double Weight,
    int Repeat,
    long? PermuteSeed
) : FamilyDeclaration(Name, Format, Fixtures)
{
    /// <summary>Most layers of a network of a family.</summary>
    internal const int MaxLayers = 4096;

    /// <inheritdoc/>
    public override string Label => "[PathCountingNetwork]";

    /// <inheritdoc/>
    internal override ExactSolution? Solve(FamilyContext context)
    {
        if (Blocks is not null && BlockCounts is not null)
            context.Fail(
                ProblemKinds.ConflictingArguments,
                "Blocks",
                "Blocks",
                "BlockCounts",
                "keep one: Blocks is the same count for all boundaries"
            );
        if (
            context.HasFailed
            || !context.InRange("Repeat", Repeat, 1, MaxLayers)
            || context.Rounded("Weight", Weight, context.Formats.Weights) is not { } weight
        )
            return null;
        var blocks = BlockCounts ?? (IReadOnlyList<int>)Enumerable.Repeat(Blocks ?? 1, Radices.Count + 1).ToArray();
        if (
            !context.Accept(
                PathCounting.Check(Radices, blocks, weight, Repeat),
                (weight.Sign <= 0, BlockCounts) switch
                {
                    (true, _) => "Weight",
                    (_, null) => "Radices",
                    _ => "BlockCounts",
                }
            )
        )
            return null;
        if (!context.InRange("Repeat", (long)Repeat * Radices.Count, 1, MaxLayers))
            return null;
        var neurons = Radices.Aggregate(1.0, (product, radix) => product * radix);
        if (!context.Affords(Repeat * Radices.Select((radix, i) => neurons * radix * blocks[i] * blocks[i + 1]).Sum()))
            return null;
        context.CancellationToken.ThrowIfCancellationRequested();
        return PathCounting.Solve(Name, Radices, blocks, weight, Repeat, PermuteSeed);
    }
}
