using System.Linq;
using System.Threading;
using SparseDnn.Compiler.Precision;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Weights;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Memos;

namespace SparseDnn.Roslyn.Networks;

/// <summary>What number formats do to a declared network, found once for all that ask while the network stays as it is.</summary>
internal static class PrecisionStages
{
    private static readonly StageCache<object, EquatableArray<Problem>> Known = new(onCompute: StageWork.CountAnalysis);

    /// <summary>All findings.</summary>
    /// <param name="declaration">A declaration.</param>
    /// <param name="network">The sound network that it led to.</param>
    /// <param name="files">Finds and reads the files that it names.</param>
    /// <param name="cancellationToken">Checked every few thousand edges.</param>
    public static EquatableArray<Problem> Problems(
        NetworkDeclaration declaration,
        Network network,
        IInputFiles files,
        CancellationToken cancellationToken
    ) => Problems(declaration, network, files, PrecisionOptions.Default, cancellationToken);

    /// <summary>All findings.</summary>
    /// <param name="declaration">A declaration.</param>
    /// <param name="network">The sound network that it led to.</param>
    /// <param name="files">Finds and reads the files that it names.</param>
    /// <param name="options">What the user chose.</param>
    /// <param name="cancellationToken">Checked every few thousand edges.</param>
    public static EquatableArray<Problem> Problems(
        NetworkDeclaration declaration,
        Network network,
        IInputFiles files,
        PrecisionOptions options,
        CancellationToken cancellationToken
    )
    {
        return Known.Get(
            network,
            new Question(declaration, Hash(declaration, files), options),
            () => Find(declaration, network, files, options, cancellationToken),
            cancellationToken
        );
    }

    private static EquatableArray<Problem> Find(
        NetworkDeclaration declaration,
        Network network,
        IInputFiles files,
        PrecisionOptions options,
        CancellationToken cancellationToken
    )
    {
        var found = PrecisionFindings.Of(declaration, network, files, options, cancellationToken);
        // Where a bias is lost or terms cancel, sums have left the exact range, which need not be said again.
        var isSaid = found.Any(problem => problem.Kind == ProblemKinds.AbsorbedBias || problem.Kind == ProblemKinds.Cancellation);
        return !isSaid && HeadroomFindings.Of(declaration, network, cancellationToken) is { } headroom
            ? new(found.Append(headroom))
            : found;
    }

    // Equal networks may be written with different digits.
    private static ContentHash Hash(NetworkDeclaration declaration, IInputFiles files)
    {
        var hash = ContentHash.Start;
        foreach (var name in declaration.Layers.SelectMany(group => group.Files))
            if (files.Find(WeightFormats.Kind, name) is InputLookup<WeightMatrix>.Found { Value: { } matrix } found)
                hash = hash.Add(found.Path).Add(matrix.Values.Hash.Low).Add(matrix.Values.Hash.High);
        return hash;
    }

    private sealed record Question(NetworkDeclaration Declaration, ContentHash Files, PrecisionOptions Options);
}
