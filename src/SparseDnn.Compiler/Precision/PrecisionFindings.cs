using System;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra.Elements;
using SparseDnn.Analysis;
using SparseDnn.Inputs;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Compiler.Precision;

/// <summary>
/// What number formats do to a declared network: rounded numbers, overflow, underflow, absorbed biases, settled neurons, cancellation.
/// </summary>
/// <remarks>
/// Everything that is said is proved for the numbers that the network holds; definitions and proofs are in docs/precision.md.
/// </remarks>
internal static class PrecisionFindings
{
    /// <summary>All findings.</summary>
    /// <param name="declaration">A declaration.</param>
    /// <param name="network">The sound network that it led to.</param>
    /// <param name="files">Finds and reads the weights file of a name.</param>
    /// <param name="cancellationToken">Checked every few thousand edges.</param>
    public static EquatableArray<Problem> Of(
        NetworkDeclaration declaration,
        Network network,
        IInputFiles files,
        CancellationToken cancellationToken = default
    ) => Of(declaration, network, files, PrecisionOptions.Default, cancellationToken);

    /// <summary>All findings.</summary>
    /// <param name="declaration">A declaration.</param>
    /// <param name="network">The sound network that it led to.</param>
    /// <param name="files">Finds and reads the weights file of a name.</param>
    /// <param name="options">What the user chose.</param>
    /// <param name="cancellationToken">Checked every few thousand edges.</param>
    public static EquatableArray<Problem> Of(
        NetworkDeclaration declaration,
        Network network,
        IInputFiles files,
        PrecisionOptions options,
        CancellationToken cancellationToken = default
    )
    {
        if (NumberTypes.Of(network.Elements).Real is null)
            return EquatableArray<Problem>.Empty;
        var findings = new FindingList();
        var rounding = new RoundingFindings(declaration, options, cancellationToken);
        foreach (
            var problem in declaration.Layers.SelectMany(group => group.WrittenNumbers(files, cancellationToken)).SelectMany(rounding.Of)
        )
            findings.Add(problem);
        if (ValueRanges.IsRectified(network))
            Ranges(declaration, network, findings, cancellationToken);
        return new(findings.Problems());
    }

    private static void Ranges(NetworkDeclaration declaration, Network network, FindingList findings, CancellationToken cancellationToken)
    {
        var groups = new LayerGroups(declaration, network);
        var inputs = InputBounds.Of(network);
        var isDeclared = network.InputRanges is not null;
        if (!isDeclared)
            findings.Add(Problem.Create(ProblemKinds.NoInputRange, new NetworkPlace(), network.Name));
        var overflow = new OverflowFindings(declaration, network, inputs, isDeclared, groups, findings, cancellationToken);
        var sums = isDeclared ? new SumFindings(network, NumberText.Ranges(declaration, network), groups, findings) : null;
        foreach (var ranges in ValueRanges.Follow(network, inputs, cancellationToken))
        {
            overflow.Follow(ranges);
            sums?.Follow(ranges);
        }

        overflow.Finish();
        if (isDeclared)
            Widen(declaration, network, groups, findings, cancellationToken);
    }

    // Where a wider format is a remedy, it is proved for the same weights.
    private static void Widen(
        NetworkDeclaration declaration,
        Network network,
        LayerGroups groups,
        FindingList findings,
        CancellationToken cancellationToken
    )
    {
        if (Wider(declaration) is not { } format || !OfSums.Any(kind => findings.Has(kind)))
            return;
        var wider = network with { Format = NumberTypes.Of(format).Real! };
        var left = new FindingList();
        var sums = new SumFindings(wider, NumberText.Ranges(declaration, wider), groups, left);
        foreach (var ranges in ValueRanges.Follow(wider, InputBounds.Of(wider), cancellationToken))
            sums.Follow(ranges);
        findings.Widen(format, problem => OfSums.Contains(problem.Kind) && !left.Has(problem.Kind, problem.Place));
    }

    // What a wider format may mend, beside overflow.
    private static readonly ProblemKind[] OfSums = [ProblemKinds.AbsorbedBias, ProblemKinds.TinyProducts, ProblemKinds.Cancellation];

    /// <summary>The next wider format in which the declared semirings exist; null where there is none.</summary>
    internal static ElementFormat? Wider(NetworkDeclaration declaration) =>
        declaration.Elements == ElementFormat.Binary32
        && !declaration.HasLayerFormats
        && declaration.Oscillation is var semirings
        && semirings.Correlate.GetElement(ElementFormat.Binary64) is { IsUsable: true }
        && (semirings.Select is not { } select || select.GetElement(ElementFormat.Binary64) is { IsUsable: true })
            ? ElementFormat.Binary64
            : null;
}
