using System.Threading;
using SparseDnn.Compiler.Findings;
using SparseDnn.Compiler.Fixtures;
using SparseDnn.Inputs;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Memos;

namespace SparseDnn.Roslyn.Networks;

/// <summary>
/// The stages from declarations to networks, for generator and analyzers together: equal declarations with equal files give one network,
/// built once.
/// </summary>
internal static class NetworkStages
{
    private static readonly StageCache<NetworkQuestion, NetworkBuild> Networks = new(
        onCompute: StageWork.CountBuild,
        life: static build => build.Network
    );
    private static readonly StageCache<FamilyQuestion, FamilyBuild> Families = new(
        onCompute: StageWork.CountBuild,
        life: static build => build.Network
    );

    private static readonly StageCache<object, EquatableArray<Problem>> Reviews = new(onCompute: StageWork.CountAnalysis);

    /// <summary>Builds a network, or finds the one that was built before.</summary>
    /// <param name="declaration">What the user declared.</param>
    /// <param name="files">Finds and reads the files that it names.</param>
    /// <param name="cancellationToken">Passed to the stage.</param>
    public static NetworkBuild Build(NetworkDeclaration declaration, IInputFiles files, CancellationToken cancellationToken) =>
        Build(declaration, files, null, cancellationToken);

    /// <summary>Builds the network of a family, or finds the one that was built before.</summary>
    /// <param name="declaration">What the user declared.</param>
    /// <param name="files">Finds and reads the files that it names.</param>
    /// <param name="cancellationToken">Passed to the stage.</param>
    public static FamilyBuild Build(FamilyDeclaration declaration, IInputFiles files, CancellationToken cancellationToken) =>
        Build(declaration, files, null, cancellationToken);

    /// <summary>What of a sound declaration is hardly meant; reviewed once a network.</summary>
    /// <param name="declaration">What the user declared.</param>
    /// <param name="network">What was built from it.</param>
    /// <param name="files">Finds and reads the files that it names.</param>
    /// <param name="cancellationToken">Passed to the stage.</param>
    public static EquatableArray<Problem> Review(
        NetworkDeclaration declaration,
        Network network,
        IInputFiles files,
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
        IInputFiles files,
        StageHolder? holder,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var found = InputFiles.Found(declaration.Files, files);
        return Networks.GetShared(
            holder,
            new(declaration, found.Lookups),
            () => NetworkBuilder.Build(declaration, found, NetworkBuilder.MaxCompiledEdges, cancellationToken),
            cancellationToken
        );
    }

    internal static FamilyBuild Build(
        FamilyDeclaration declaration,
        IInputFiles files,
        StageHolder? holder,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var found = InputFiles.Found(declaration.Files, files);
        return Families.GetShared(
            holder,
            new(declaration, found.Lookups),
            () => FamilyBuilder.Build(declaration, found, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>All that a network depends on.</summary>
    private sealed record NetworkQuestion(NetworkDeclaration Declaration, EquatableArray<InputLookup> Files);

    /// <summary>All that a family's network depends on.</summary>
    private sealed record FamilyQuestion(FamilyDeclaration Declaration, EquatableArray<InputLookup> Files);
}
