using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Compiler.Fixtures;
using SparseDnn.Networks;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Files;
using SparseDnn.Roslyn.Fixtures;
using SparseDnn.Roslyn.Networks;

namespace SparseDnn.Roslyn.Declared;

/// <summary>
/// The networks of declared types, as analyzers ask for them: each is built once a project, until its declaration or a file of it changes.
/// </summary>
/// <remarks>Options of compilations live from one keystroke to the next, so they stand for the project.</remarks>
internal static class DeclaredNetworks
{
    /// <summary>The network of a type with [SparseNetwork].</summary>
    /// <param name="target">The type.</param>
    /// <param name="compilation">Its compilation.</param>
    /// <param name="files">Additional files.</param>
    /// <param name="cancellationToken">Passed to the stages.</param>
    /// <returns>The network, or what is wrong with it. Without problems of the target's own.</returns>
    public static NetworkBuild Build(
        NetworkTarget target,
        Compilation compilation,
        ImmutableArray<AdditionalText> files,
        CancellationToken cancellationToken
    ) =>
        NetworkStages.Build(
            target.Declaration,
            new CompilerFiles(files, cancellationToken),
            new(compilation.Options, target.MetadataName),
            cancellationToken
        );

    /// <summary>What of a sound declaration is hardly meant.</summary>
    /// <param name="target">The type.</param>
    /// <param name="network">Its network.</param>
    /// <param name="files">Additional files.</param>
    /// <param name="cancellationToken">Passed to the stages.</param>
    public static EquatableArray<Problem> Review(
        NetworkTarget target,
        Network network,
        ImmutableArray<AdditionalText> files,
        CancellationToken cancellationToken
    ) => NetworkStages.Review(target.Declaration, network, new CompilerFiles(files, cancellationToken), cancellationToken);

    /// <summary>The network and the solution of a type with an attribute of a family.</summary>
    /// <param name="target">The type.</param>
    /// <param name="compilation">Its compilation.</param>
    /// <param name="files">Additional files.</param>
    /// <param name="cancellationToken">Passed to the stages.</param>
    /// <returns>Network and solution, or what is wrong with them. Without problems of the target's own.</returns>
    public static FamilyBuild Build(
        FamilyTarget target,
        Compilation compilation,
        ImmutableArray<AdditionalText> files,
        CancellationToken cancellationToken
    ) =>
        NetworkStages.Build(
            target.Family,
            new CompilerFiles(files, cancellationToken),
            new(compilation.Options, target.Network.MetadataName),
            cancellationToken
        );

    /// <summary>The network that a type with [ExactFixtures] names.</summary>
    /// <param name="target">The type.</param>
    /// <param name="compilation">Its compilation.</param>
    /// <param name="files">Additional files.</param>
    /// <param name="cancellationToken">Passed to the stages.</param>
    /// <returns>The network, or what is wrong with it or with the type.</returns>
    public static NetworkBuild Build(
        FixtureTarget target,
        Compilation compilation,
        ImmutableArray<AdditionalText> files,
        CancellationToken cancellationToken
    ) =>
        FixtureStages.Network(
            target,
            new CompilerFiles(files, cancellationToken),
            new(compilation.Options, target.Frame.MetadataName),
            cancellationToken
        );
}
