using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Exact;
using SparseDnn.Networks;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Roslyn;

/// <summary>The networks of declared types, as analyzers ask for them: each is built once a project, until its declaration or a file of it changes.</summary>
/// <remarks>Options of compilations live from one keystroke to the next, so they stand for the project.</remarks>
public static class DeclaredNetworks
{
    /// <summary>The network of a type with [SparseNetwork].</summary>
    /// <param name="target">The type.</param>
    /// <param name="compilation">Its compilation.</param>
    /// <param name="files">Additional files.</param>
    /// <param name="cancellationToken">Passed to the stages.</param>
    /// <returns>The network, or what is wrong with it. Without problems of the target's own.</returns>
    public static NetworkBuild Build(NetworkTarget target, Compilation compilation, ImmutableArray<AdditionalText> files, CancellationToken cancellationToken) =>
        NetworkStages.Build(target.Declaration, name => Weights(files, name, cancellationToken), new(compilation.Options, target.MetadataName), cancellationToken);

    /// <summary>What of a sound declaration is hardly meant.</summary>
    /// <param name="target">The type.</param>
    /// <param name="network">Its network.</param>
    /// <param name="files">Additional files.</param>
    /// <param name="cancellationToken">Passed to the stages.</param>
    public static EquatableArray<Problem> Review(NetworkTarget target, Network network, ImmutableArray<AdditionalText> files, CancellationToken cancellationToken) =>
        NetworkStages.Review(target.Declaration, network, name => Weights(files, name, cancellationToken), cancellationToken);

    /// <summary>The network and the solution of a type with an attribute of a family.</summary>
    /// <param name="target">The type.</param>
    /// <param name="compilation">Its compilation.</param>
    /// <param name="files">Additional files.</param>
    /// <param name="cancellationToken">Passed to the stages.</param>
    /// <returns>Network and solution, or what is wrong with them. Without problems of the target's own.</returns>
    public static FamilyBuild Build(FamilyTarget target, Compilation compilation, ImmutableArray<AdditionalText> files, CancellationToken cancellationToken) =>
        NetworkStages.Build(target.Family, name => Text(files, name, cancellationToken), new(compilation.Options, target.Network.MetadataName), cancellationToken);

    /// <summary>The network that a type with [ExactFixtures] names.</summary>
    /// <param name="target">The type.</param>
    /// <param name="compilation">Its compilation.</param>
    /// <param name="files">Additional files.</param>
    /// <param name="cancellationToken">Passed to the stages.</param>
    /// <returns>The network, or what is wrong with it or with the type.</returns>
    public static NetworkBuild Build(FixtureTarget target, Compilation compilation, ImmutableArray<AdditionalText> files, CancellationToken cancellationToken) => FixtureStages.Network(
        target, name => Weights(files, name, cancellationToken), name => Text(files, name, cancellationToken), new(compilation.Options, target.Frame.MetadataName), cancellationToken);

    private static WeightFileLookup Weights(ImmutableArray<AdditionalText> files, string name, CancellationToken cancellationToken) =>
        WeightFile.Find(files.Where(file => FileNamePattern.Matches(file.Path, name)).Select(file => new WeightFile(file.Path, WeightTexts.Read(file, cancellationToken))), name);

    private static TextFileLookup Text(ImmutableArray<AdditionalText> files, string name, CancellationToken cancellationToken) =>
        PatternFile.Find(files.Where(file => FileNamePattern.Matches(file.Path, name)).Select(file => PatternFile.Read(file, cancellationToken)), name);
}
