using System;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra;
using SparseDnn.Networks;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Analysis;

/// <summary>What number formats do to a declared network: rounded numbers, overflow, underflow, absorbed biases, settled neurons, cancellation.</summary>
/// <remarks>Everything that is said is proved for the numbers that the network holds; definitions and proofs are in docs/precision.md.</remarks>
public static class PrecisionFindings
{
    /// <summary>Key of the format that a fix needs: of numbers to round, or to compute in.</summary>
    public const string FormatKey = "Format";

    /// <summary>All findings.</summary>
    /// <param name="declaration">A declaration.</param>
    /// <param name="network">The sound network that it led to.</param>
    /// <param name="files">Finds and reads the weights file of a name.</param>
    /// <param name="cancellationToken">Checked every few thousand edges.</param>
    public static EquatableArray<Problem> Of(NetworkDeclaration declaration, Network network, Func<string, WeightFileLookup> files, CancellationToken cancellationToken = default)
    {
        if (ElementFormats.Of(network.Elements).Real is not { } format) return EquatableArray<Problem>.Empty;
        var findings = new FindingList();
        var rounding = new RoundingFindings(declaration, format, cancellationToken);
        foreach (var problem in WrittenNumbers.Of(declaration, files, cancellationToken).SelectMany(rounding.Of)) findings.Add(problem);
        if (ValueRanges.IsRectified(network)) Ranges(declaration, network, findings, cancellationToken);
        return new(findings.Problems());
    }

    private static void Ranges(NetworkDeclaration declaration, Network network, FindingList findings, CancellationToken cancellationToken)
    {
        var groups = new LayerGroups(declaration);
        var inputs = InputBounds.Of(network);
        var isDeclared = network.InputRange is not null;
        if (!isDeclared) findings.Add(Problem.Create(ProblemKinds.NoInputRange, new DeclarationPlace(0), network.Name));
        var overflow = new OverflowFindings(network, inputs, isDeclared, groups, findings, cancellationToken);
        var sums = isDeclared ? new SumFindings(network, groups, findings) : null;
        foreach (var ranges in ValueRanges.Follow(network, inputs, cancellationToken))
        {
            overflow.Follow(ranges);
            sums?.Follow(ranges);
        }

        overflow.Finish();
    }
}
