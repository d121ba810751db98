using System;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Exact.Families;
using SparseDnn.Primitives;
using SparseDnn.Topologies;

namespace SparseDnn.Compiler.Fixtures.Families;

/// <summary>A declared layered graph over a semiring.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Format">Element format; null where not given.</param>
/// <param name="Fixtures">What is asked of the fixtures.</param>
/// <param name="Sizes">Nodes of each level.</param>
/// <param name="Degree">Edges into a node.</param>
/// <param name="Seed">Seed of edges and answers.</param>
internal abstract record GraphDeclaration(
    string Name,
    ElementFormat? Format,
    FixtureDeclaration Fixtures,
    EquatableArray<int> Sizes,
    int Degree,
    long Seed
) : FamilyDeclaration(Name, Format, Fixtures)
{
    // Making the edges takes the product of the sizes of adjacent levels.
    private const double MaxPairs = 1 << 24;

    private const int MaxRange = 1 << 30;

    private const int MaxGranularity = 1000;

    /// <summary>What the family says of its parameters.</summary>
    private protected abstract string? Fault { get; }

    /// <summary>Potentials, widths: at most how many steps of which size; null for sets.</summary>
    private protected virtual (int Range, int Granularity)? Values => null;

    /// <summary>The solution of parameters that fit.</summary>
    private protected abstract ExactSolution Solve();

    /// <inheritdoc/>
    internal override ExactSolution? Solve(FamilyContext context)
    {
        if (!context.Accept(Fault))
            return null;
        if (
            Values is { } values
            && (
                !context.InRange("Range", values.Range, 1, MaxRange)
                || !context.InRange("Granularity", values.Granularity, -MaxGranularity, MaxGranularity)
            )
        )
            return null;
        foreach (var size in Sizes)
            if (!context.InRange("sizes", size, 1, RadixNet.MaxNeurons))
                return null;
        var pairs = Enumerable.Range(1, Sizes.Count - 1).Sum(level => (double)Sizes[level - 1] * Sizes[level]);
        if (
            !context.Affords(
                Math.Max(
                    pairs / MaxPairs * MaxEdges,
                    Enumerable.Range(1, Sizes.Count - 1).Sum(level => (double)Math.Min(Degree, Sizes[level - 1]) * Sizes[level])
                )
            )
        )
            return null;
        context.CancellationToken.ThrowIfCancellationRequested();
        return Solve();
    }
}

/// <summary>Declared potentials, over min-plus or max-plus.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Format">Element format; null where not given.</param>
/// <param name="Fixtures">What is asked of the fixtures.</param>
/// <param name="Sizes">Nodes of each level.</param>
/// <param name="Degree">Edges into a node.</param>
/// <param name="Seed">Seed of edges and potentials.</param>
/// <param name="Semiring">Name of the semiring.</param>
/// <param name="Range">Potentials and slacks are below Range·2^Granularity.</param>
/// <param name="Granularity">Potentials and slacks are multiples of 2^Granularity.</param>
internal sealed record PotentialsDeclaration(
    string Name,
    ElementFormat? Format,
    FixtureDeclaration Fixtures,
    EquatableArray<int> Sizes,
    int Degree,
    long Seed,
    string Semiring,
    int Range,
    int Granularity
) : GraphDeclaration(Name, Format, Fixtures, Sizes, Degree, Seed)
{
    /// <inheritdoc/>
    public override string Label => "[PotentialsNetwork]";

    /// <inheritdoc/>
    public override Oscillation Semirings =>
        KnownSemirings.TryGet(Semiring, out var known) ? new(known, null) : new(KnownSemirings.MinPlus, null);

    private protected override string? Fault
    {
        get
        {
            if (Potentials.Check(Sizes, Degree, Semiring) is { } fault)
            {
                if (fault.StartsWith("Potentials are for", StringComparison.Ordinal))
                    return fault + "; write Semiring = typeof(MinPlus) or typeof(MaxPlus)";
                return fault;
            }
            return null;
        }
    }

    private protected override (int Range, int Granularity)? Values => (Range, Granularity);

    private protected override ExactSolution Solve() => Potentials.Solve(Name, Sizes, Degree, Semiring, Seed, Range, Granularity);
}

/// <summary>Declared reachability, over or-and.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Format">Element format; null where not given.</param>
/// <param name="Fixtures">What is asked of the fixtures.</param>
/// <param name="Sizes">Nodes of each level.</param>
/// <param name="Degree">Edges into a node.</param>
/// <param name="Seed">Seed of edges and sets.</param>
internal sealed record ReachabilityDeclaration(
    string Name,
    ElementFormat? Format,
    FixtureDeclaration Fixtures,
    EquatableArray<int> Sizes,
    int Degree,
    long Seed
) : GraphDeclaration(Name, Format, Fixtures, Sizes, Degree, Seed)
{
    /// <inheritdoc/>
    public override string Label => "[ReachabilityNetwork]";

    /// <inheritdoc/>
    public override Oscillation Semirings { get; } = new(KnownSemirings.OrAnd, null);

    private protected override ElementFormat DefaultFormat => ElementFormat.Boolean;

    private protected override string? Fault => Reachability.Check(Sizes, Degree);

    private protected override ExactSolution Solve() => Reachability.Solve(Name, Sizes, Degree, Seed);
}

/// <summary>Declared bottlenecks, over max-min.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Format">Element format; null where not given.</param>
/// <param name="Fixtures">What is asked of the fixtures.</param>
/// <param name="Sizes">Nodes of each level.</param>
/// <param name="Degree">Edges into a node.</param>
/// <param name="Seed">Seed of edges and widths.</param>
/// <param name="Range">Widths are below Range·2^Granularity.</param>
/// <param name="Granularity">Widths are multiples of 2^Granularity.</param>
internal sealed record BottleneckDeclaration(
    string Name,
    ElementFormat? Format,
    FixtureDeclaration Fixtures,
    EquatableArray<int> Sizes,
    int Degree,
    long Seed,
    int Range,
    int Granularity
) : GraphDeclaration(Name, Format, Fixtures, Sizes, Degree, Seed)
{
    /// <inheritdoc/>
    public override string Label => "[BottleneckNetwork]";

    /// <inheritdoc/>
    public override Oscillation Semirings { get; } = new(KnownSemirings.MaxMin, null);

    private protected override string? Fault => Bottleneck.Check(Sizes, Degree);

    private protected override (int Range, int Granularity)? Values => (Range, Granularity);

    private protected override ExactSolution Solve() => Bottleneck.Solve(Name, Sizes, Degree, Seed, Range, Granularity);
}
