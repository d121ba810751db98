using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Compiler.Tolerances;
using SparseDnn.Networks;
using SparseDnn.Primitives;
using SparseDnn.Roslyn.Fixtures;
using SparseDnn.Roslyn.Memos;
using SparseDnn.Roslyn.Networks;

namespace SparseDnn.Roslyn.Declared;

/// <summary>
/// How far outputs of declared networks may lie from the exact ones, found once for all comparisons while a network stays as it is.
/// </summary>
internal static class DeclaredTolerances
{
    private const long MostEdgesOfAnItem = 1 << 20; // exact arithmetic over them takes about a second

    private static readonly StageCache<object, OutputTolerance> Known = new(onCompute: StageWork.CountAnalysis);

    /// <summary>The bounds of a network.</summary>
    /// <param name="type">The type that declares it.</param>
    /// <param name="item">The item that is computed; null for any item of the declared range.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="files">Additional files.</param>
    /// <param name="cancellationToken">Passed to the stages.</param>
    /// <returns>The bounds, infinite where neither item nor range is known; null where the network has none, or has errors.</returns>
    public static OutputTolerance? Of(
        INamedTypeSymbol type,
        IReadOnlyList<double>? item,
        Compilation compilation,
        ImmutableArray<AdditionalText> files,
        CancellationToken cancellationToken
    )
    {
        if (Network(type, compilation, files, cancellationToken) is not { } network || !OutputTolerance.AppliesTo(network))
            return null;
        if (network.Edges > MostEdgesOfAnItem)
            item = null;
        var question = new Question(item is null ? null : new EquatableArray<double>(item.ToArray()));
        return Known.Get(
            network,
            question,
            () =>
                (
                    item is null
                        ? OutputTolerance.ForRange(network, cancellationToken)
                        : OutputTolerance.ForItem(network, item, cancellationToken)
                ) ?? new(new(Enumerable.Repeat(double.PositiveInfinity, network.Outputs).ToArray()), "no range of inputs is declared"),
            cancellationToken
        );
    }

    private static Network? Network(
        INamedTypeSymbol type,
        Compilation compilation,
        ImmutableArray<AdditionalText> files,
        CancellationToken cancellationToken
    )
    {
        if (TargetReader.Read(type, cancellationToken, compilation) is { } target)
            return target.Problems.Count > 0 ? null : DeclaredNetworks.Build(target, compilation, files, cancellationToken).Network;
        return FamilyReader.Read(type, cancellationToken) is { Problems.Count: 0 } family
            ? DeclaredNetworks.Build(family, compilation, files, cancellationToken).Network
            : null;
    }

    private sealed record Question(EquatableArray<double>? Item);
}
