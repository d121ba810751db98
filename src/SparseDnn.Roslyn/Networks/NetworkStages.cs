using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Exact;
using SparseDnn.Networks;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Roslyn;

/// <summary>
/// The stages from declarations to networks, for generator and analyzers together: equal declarations with equal files give one network,
/// built once.
/// </summary>
public static class NetworkStages
{
    private static readonly BuildMemo<NetworkQuestion, NetworkBuild> Networks = new(static build => build.Network);
    private static readonly BuildMemo<FamilyQuestion, FamilyBuild> Families = new(static build => build.Network);

    private static readonly NetworkMemo<EquatableArray<Problem>> Reviews = new();

    /// <summary>Builds a network that names no file of input ranges, or finds the one that was built before.</summary>
    /// <param name="declaration">What the user declared.</param>
    /// <param name="files">Finds and reads the weights file of a name.</param>
    /// <param name="cancellationToken">Passed to the stage.</param>
    public static NetworkBuild Build(
        NetworkDeclaration declaration,
        Func<string, WeightFileLookup> files,
        CancellationToken cancellationToken
    ) => Build(declaration, new NetworkFiles(files), null, cancellationToken);

    /// <summary>Builds a network, or finds the one that was built before.</summary>
    /// <param name="declaration">What the user declared.</param>
    /// <param name="files">Finds and reads the files that it names.</param>
    /// <param name="cancellationToken">Passed to the stage.</param>
    public static NetworkBuild Build(NetworkDeclaration declaration, NetworkFiles files, CancellationToken cancellationToken) =>
        Build(declaration, files, null, cancellationToken);

    /// <summary>Builds the network of a family, or finds the one that was built before.</summary>
    /// <param name="declaration">What the user declared.</param>
    /// <param name="files">Finds and reads the text file of a name.</param>
    /// <param name="cancellationToken">Passed to the stage.</param>
    public static FamilyBuild Build(
        FamilyDeclaration declaration,
        Func<string, TextFileLookup> files,
        CancellationToken cancellationToken
    ) => Build(declaration, files, null, cancellationToken);

    /// <summary>What of a sound declaration is hardly meant; reviewed once a network.</summary>
    /// <param name="declaration">What the user declared.</param>
    /// <param name="network">What was built from it.</param>
    /// <param name="files">Finds and reads the weights file of a name.</param>
    /// <param name="cancellationToken">Passed to the stage.</param>
    public static EquatableArray<Problem> Review(
        NetworkDeclaration declaration,
        Network network,
        Func<string, WeightFileLookup> files,
        CancellationToken cancellationToken
    ) =>
        Reviews.Get(
            network,
            nameof(DeclarationReview),
            () => DeclarationReview.Of(declaration, network, files, cancellationToken),
            cancellationToken
        );

    internal static NetworkBuild Build(
        NetworkDeclaration declaration,
        NetworkFiles files,
        ProjectType? holder,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var found = Find(WeightFile.Names(declaration), files.Weights);
        var ranges = Find(RangeFile.Names(declaration), files.Ranges);
        return Networks.Get(
            new(declaration, new(found.Values), new(ranges.Values)),
            () =>
                NetworkBuilder.Build(
                    declaration,
                    new NetworkFiles(name => found[name], name => ranges[name]),
                    NetworkBuilder.MaxCompiledEdges,
                    cancellationToken
                ),
            holder,
            cancellationToken
        );
    }

    internal static FamilyBuild Build(
        FamilyDeclaration declaration,
        Func<string, TextFileLookup> files,
        ProjectType? holder,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var found = Find(declaration.Files.Select(name => name.Replace('\\', '/')), files);
        return Families.Get(
            new(declaration, new(found.Values)),
            () => FamilyBuilder.Build(declaration, name => found.TryGetValue(name, out var file) ? file : files(name), cancellationToken),
            holder,
            cancellationToken
        );
    }

    private static Dictionary<string, TLookup> Find<TLookup>(IEnumerable<string> names, Func<string, TLookup> files)
    {
        var found = new Dictionary<string, TLookup>(StringComparer.Ordinal);
        foreach (var name in names)
            if (!found.ContainsKey(name))
                found.Add(name, files(name));
        return found;
    }

    /// <summary>All that a network depends on.</summary>
    private sealed record NetworkQuestion(
        NetworkDeclaration Declaration,
        EquatableArray<WeightFileLookup> Weights,
        EquatableArray<RangeFileLookup> Ranges
    );

    /// <summary>All that a family's network depends on.</summary>
    private sealed record FamilyQuestion(FamilyDeclaration Declaration, EquatableArray<TextFileLookup> Files);
}
