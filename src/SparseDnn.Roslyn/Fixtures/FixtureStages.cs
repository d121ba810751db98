using System;
using System.Linq;
using System.Threading;
using SparseDnn.Compiler.Fixtures;
using SparseDnn.Inputs;
using SparseDnn.Networks;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Memos;
using SparseDnn.Roslyn.Networks;

namespace SparseDnn.Roslyn.Fixtures;

/// <summary>The stages from [ExactFixtures] to vectors, for generator and analyzers together.</summary>
internal static class FixtureStages
{
    private static readonly StageCache<object, EquatableArray<Problem>> Known = new(onCompute: StageWork.CountAnalysis);

    /// <summary>Builds the network that fixtures are for.</summary>
    /// <param name="target">The type with [ExactFixtures].</param>
    /// <param name="files">Finds and reads the files that the network names.</param>
    /// <param name="cancellationToken">Passed to the stages.</param>
    /// <returns>The network, or what is wrong with it or with the type.</returns>
    public static NetworkBuild Network(FixtureTarget target, IInputFiles files, CancellationToken cancellationToken) =>
        Network(target, files, null, cancellationToken);

    internal static NetworkBuild Network(FixtureTarget target, IInputFiles files, StageHolder? holder, CancellationToken cancellationToken)
    {
        if (target.Problems.Count > 0)
            return new(null, target.Problems);
        var found = target.Network is { } layers ? layers.Problems : target.Family?.Problems ?? EquatableArray<Problem>.Empty;
        Network? network = null;
        if (found.Count == 0 && target.Network is not null)
        {
            var build = NetworkStages.Build(target.Network.Declaration, files, holder, cancellationToken);
            (network, found) = (build.Network, build.Problems);
        }
        else if (found.Count == 0 && target.Family is not null)
        {
            var build = NetworkStages.Build(target.Family.Family, files, holder, cancellationToken);
            (network, found) = (build.Network, build.Problems);
        }

        if (network is not null)
            return new(network, EquatableArray<Problem>.Empty);
        // Without any problem the compiler has one with the type that is named.
        return new(
            null,
            found.Count == 0
                ? found
                : new([
                    Problem.Create(
                        ProblemKinds.FaultyNetwork,
                        target.Options.At("network"),
                        target.NetworkName,
                        string.Join(", ", found.Select(problem => problem.Kind.Id).Distinct(StringComparer.Ordinal))
                    ),
                ])
        );
    }

    /// <summary>Makes the vectors of a family and remembers what was found wrong.</summary>
    /// <param name="declaration">What the user declared.</param>
    /// <param name="build">What it led to.</param>
    /// <param name="cancellationToken">Passed to the stage.</param>
    public static FixtureBuild OfFamily(FamilyDeclaration declaration, FamilyBuild build, CancellationToken cancellationToken) =>
        Remembered(build.Network, declaration, FixtureBuilder.OfFamily(declaration, build, cancellationToken), cancellationToken);

    /// <summary>Makes the vectors of a network and remembers what was found wrong.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="cancellationToken">Passed to the stage.</param>
    public static FixtureBuild OfNetwork(Network network, FixtureDeclaration options, CancellationToken cancellationToken) =>
        Remembered(network, options, FixtureBuilder.OfNetwork(network, options, cancellationToken), cancellationToken);

    /// <summary>What is wrong with the vectors of a family; what the generator found is not searched again.</summary>
    /// <param name="declaration">What the user declared.</param>
    /// <param name="build">What it led to.</param>
    /// <param name="cancellationToken">Passed to the stage.</param>
    public static EquatableArray<Problem> Problems(FamilyDeclaration declaration, FamilyBuild build, CancellationToken cancellationToken) =>
        build.Network is { } network
            ? Known.Get(
                network,
                declaration,
                () => FixtureBuilder.OfFamily(declaration, build, cancellationToken).Problems,
                cancellationToken
            )
            : OfFamily(declaration, build, cancellationToken).Problems;

    /// <summary>What is wrong with the vectors of a network, likewise.</summary>
    /// <param name="network">The network.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="cancellationToken">Passed to the stage.</param>
    public static EquatableArray<Problem> Problems(Network network, FixtureDeclaration options, CancellationToken cancellationToken) =>
        Known.Get(network, options, () => FixtureBuilder.OfNetwork(network, options, cancellationToken).Problems, cancellationToken);

    private static FixtureBuild Remembered(Network? network, object declaration, FixtureBuild build, CancellationToken cancellationToken)
    {
        if (network is not null)
            Known.Get(network, declaration, () => build.Problems, cancellationToken);
        return build;
    }
}
