using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra.Elements;
using SparseDnn.Compiler.Saturation;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Vectors;
using SparseDnn.Networks;
using SparseDnn.Numerics;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Compiler.Fixtures;

/// <summary>Makes the vectors that a declaration asks for, or says why there are none.</summary>
internal static class FixtureBuilder
{
    /// <summary>Vectors of a family, from its closed form.</summary>
    /// <param name="declaration">What the user declared.</param>
    /// <param name="build">What it led to.</param>
    /// <param name="cancellationToken">Checked in all loops.</param>
    public static FixtureBuild OfFamily(FamilyDeclaration declaration, FamilyBuild build, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (build.Solution is not { } solution)
            return new(EquatableArray<VectorSet>.Empty, EquatableArray<Problem>.Empty);
        var options = declaration.Fixtures;
        var problems = new List<Problem>();
        VectorSet? set = null;
        if (
            Affords(
                declaration.Name,
                FixtureCost.Of(solution.Network, solution.Items.Count + FixtureCost.ItemsOf(options.Perturbations), false),
                "FixtureSet.FromSolution<T>(…)",
                options,
                problems
            )
        )
        {
            set = VectorSets.FromSolution(solution, build.Formats, options.Seed, out var fault, cancellationToken);
            if (fault is not null)
                problems.Add(
                    Problem.Create(ProblemKinds.NoFixtures, options.At(null), declaration.Name, build.Formats, FixtureText.Mended(fault))
                );
        }

        return Finish(set, options, problems, build.Network, null, cancellationToken);
    }

    /// <summary>Vectors of any network, for inputs that are chosen here.</summary>
    /// <param name="network">A sound network.</param>
    /// <param name="options">What is asked for.</param>
    /// <param name="cancellationToken">Checked in all loops.</param>
    public static FixtureBuild OfNetwork(Network network, FixtureDeclaration options, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var problems = new List<Problem>();
        var formats = options.Formats(network.WeightFormat, problems);
        var (least, greatest) = (
            options.Low ?? network.InputRange?.Low ?? -1,
            options.High ?? (network.InputRange is { High: > 0 } declared ? declared.High : 1)
        );
        var (low, high) = (Number(options, "Low", least, problems), Number(options, "High", greatest, problems));
        if (problems.Count == 0 && !(low <= high && high.Sign > 0))
            problems.Add(
                Problem.Create(
                    ProblemKinds.InvalidNumber,
                    options.At(options.High is null ? "Low" : "High"),
                    "The range of inputs",
                    FormattableString.Invariant($"[{least}, {greatest}]"),
                    "make Low at most High, and High greater than 0"
                )
            );
        else if (problems.Count == 0 && formats.Activations.Round(high).Sign <= 0)
            problems.Add(
                Problem.Create(
                    ProblemKinds.InvalidNumber,
                    options.At("High"),
                    "High",
                    greatest,
                    $"the nearest {formats.Activations} value is 0, which turns no input on; use a wider format or a larger number"
                )
            );
        var items = options.Items ?? FixtureDeclaration.DefaultItems;
        if (items is < 1 or > FixtureDeclaration.MaxItems)
            problems.Add(
                Problem.Create(
                    ProblemKinds.InvalidSize,
                    options.At("Items"),
                    "Items",
                    items,
                    FormattableString.Invariant($"it is 1 to {FixtureDeclaration.MaxItems}")
                )
            );
        VectorSet? set = null;
        if (
            problems.Count == 0
            && Affords(
                network.Name,
                FixtureCost.Of(network, items + FixtureCost.ItemsOf(options.Perturbations), options.RoundBetweenLayers),
                "FixtureSet.FromModel<T>(…)",
                options,
                problems
            )
        )
        {
            var inputs = new InputSetOptions(options.Seed, items)
            {
                Low = low,
                High = high,
                Certify = options.Certify,
            };
            set = VectorSets.FromModel(
                network,
                options.IsOwnFormat ? null : formats,
                inputs,
                options.RoundBetweenLayers,
                out var fault,
                cancellationToken
            );
            if (fault is not null && options.Certify)
                problems.Add(options.NotCertified(FixtureText.Lower(fault)));
            else if (fault is not null)
                problems.Add(Problem.Create(ProblemKinds.NoFixtures, options.At(null), network.Name, formats, FixtureText.Mended(fault)));
        }

        return Finish(set, options, problems, network, Ranges(network, options, low, high), cancellationToken);
    }

    // Certified items are chosen within the range, so that only what the network itself declares counts.
    private static IReadOnlyList<(Dyadic Low, Dyadic High)>? Ranges(Network network, FixtureDeclaration options, Dyadic low, Dyadic high)
    {
        if (!options.Certify && (options.Low ?? options.High) is not null)
            return Enumerable.Repeat((low, high), network.Inputs).ToArray();
        return StoredRanges.Exact(network.InputRanges, network.Inputs);
    }

    private static FixtureBuild Finish(
        VectorSet? set,
        FixtureDeclaration options,
        List<Problem> problems,
        Network? network,
        IReadOnlyList<(Dyadic Low, Dyadic High)>? ranges,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (set is not null && options.Certify && FixtureText.Obstacle(set) is { } obstacle)
            problems.Add(options.NotCertified(obstacle));
        var sets = new List<VectorSet>();
        if (set is not null && problems.Count == 0)
        {
            sets.Add(set);
            sets.AddRange(FixturePerturbations.Of(set, options, problems, cancellationToken));
        }

        if (problems.Count > 0)
            return new(EquatableArray<VectorSet>.Empty, new EquatableArray<Problem>(problems.Distinct().ToArray()));
        // Integers of a network's own wrap around; only a network of real numbers has an accumulator that saturates.
        var isReal = set is not null && network is not null && NumberTypes.Of(network.Elements).Real is not null;
        var saturates = isReal && options.Accumulator is not null;
        return new(
            new(sets),
            saturates && SaturationFindings.Of(set!, options.At("Accumulator"), ranges, cancellationToken) is { } finding
                ? new([finding])
                : EquatableArray<Problem>.Empty
        );
    }

    private static bool Affords(string name, double cost, string call, FixtureDeclaration options, List<Problem> problems)
    {
        if (cost <= FixtureCost.Most)
            return true;
        problems.Add(
            Problem.Create(ProblemKinds.TooLargeForFixtures, options.At(null), name, Operations(cost), Operations(FixtureCost.Most), call)
        );
        return false;
    }

    private static string Operations(double cost) => cost.ToString("0.0e+0", CultureInfo.InvariantCulture) + " exact operations";

    private static Dyadic Number(FixtureDeclaration options, string argument, double value, List<Problem> problems)
    {
        if (!double.IsNaN(value) && !double.IsInfinity(value))
            return Dyadic.FromDouble(value);
        problems.Add(Problem.Create(ProblemKinds.InvalidNumber, options.At(argument), argument, value, "write a finite number"));
        return Dyadic.Zero;
    }
}

/// <summary>The vectors of declared fixtures.</summary>
/// <param name="Sets">The vectors of the network, then those of its perturbations; empty where an error was found.</param>
/// <param name="Problems">Everything found; with vectors nothing but warnings.</param>
/// <remarks>Equality contract: both members by value.</remarks>
internal sealed record FixtureBuild(EquatableArray<VectorSet> Sets, EquatableArray<Problem> Problems);
