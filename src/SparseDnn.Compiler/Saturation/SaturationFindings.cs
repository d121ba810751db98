using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using SparseDnn.Compiler.Precision;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Rounding;
using SparseDnn.Exact.Vectors;
using SparseDnn.Numerics;
using SparseDnn.Problems;

namespace SparseDnn.Compiler.Saturation;

/// <summary>
/// Whether sums leave the range of a declared fixed-point accumulator (SDNN2008): for an item of the fixtures, or for one of the declared
/// range. Nothing is said that no item shows.
/// </summary>
internal static class SaturationFindings
{
    /// <summary>The finding as it is reported; null where there is none.</summary>
    /// <param name="set">Vectors in their formats.</param>
    /// <param name="accumulator">Where the accumulator's format is declared.</param>
    /// <param name="ranges">The range of each input; null where none is declared.</param>
    /// <param name="cancellationToken">Checked for every layer.</param>
    public static Problem? Of(
        VectorSet set,
        DeclarationPlace accumulator,
        IReadOnlyList<(Dyadic Low, Dyadic High)>? ranges,
        CancellationToken cancellationToken = default
    ) =>
        Search(set, ranges, cancellationToken) is { Found.Found: { } found } search
            ? Finding(found, search.IsOfFixtures ? search.Found.Items : 0, set.Formats.Accumulator, accumulator, Remedy(search))
            : null;

    /// <summary>
    /// The gravest sum that leaves the accumulator's range: of the vectors' items, or where none does, of an item of the range; null where
    /// none is found.
    /// </summary>
    /// <param name="set">Vectors in their formats.</param>
    /// <param name="ranges">The range of each input; null where none is declared.</param>
    /// <param name="cancellationToken">Checked for every layer.</param>
    public static SaturatedSum? Find(
        VectorSet set,
        IReadOnlyList<(Dyadic Low, Dyadic High)>? ranges,
        CancellationToken cancellationToken = default
    ) => Search(set, ranges, cancellationToken)?.Found.Found;

    private static Result? Search(VectorSet set, IReadOnlyList<(Dyadic Low, Dyadic High)>? ranges, CancellationToken cancellationToken)
    {
        if (set.Formats.Accumulator is not FixedPointStorage || !set.Layers.All(layer => layer.Layer.Semirings.IsOrdinary))
            return null;
        var inputs = ranges is null ? null : StoredRanges.Of(ranges, set.Formats.Activations);
        // Certified sums fit in every order, and what is carried is exact.
        if (
            (inputs is null && set.Bounds is null)
            || NetworkRounding.Round(set.Network, set.Formats, out _, cancellationToken) is not { } rounded
        )
            return null;
        var search = new SaturationSearch(rounded, cancellationToken);
        for (var i = 0; i < set.Inputs.Count && set.Bounds is not null; i++)
            search.Look(set.Inputs[i], string.Format(CultureInfo.InvariantCulture, "Fixtures[{0}] ('{1}')", i, set.Labels[i]));
        var range = inputs is null ? null : new SaturatingRange(rounded, inputs, cancellationToken);
        var isOfFixtures = search.Found is not null;
        if (!isOfFixtures)
            range?.Search(search);
        return new(rounded, search, range, isOfFixtures);
    }

    private static Problem Finding(
        SaturatedSum found,
        int items,
        StorageFormat format,
        DeclarationPlace place,
        (string Text, StorageFormat[] Formats) remedy
    ) =>
        Problem.Create(
            ProblemKinds.SaturatingAccumulator,
            place,
            found.Layer + 1,
            found.UpTo is { } input ? string.Format(CultureInfo.InvariantCulture, "the sum up to input {0}", input) : "the sum",
            found.Neuron,
            NumberText.Of(found.Extreme),
            found.Item + (items > 1 ? string.Format(CultureInfo.InvariantCulture, ", one of {0} such items", items) : ""),
            NumberText.Of(found.Excess(format)),
            found.Extreme.Sign > 0 ? "above" : "below",
            format.Name,
            NumberText.Of(format.MinFinite),
            NumberText.Of(format.MaxFinite),
            found.UpTo is null
                ? $"the accumulator saturates in every order of terms and holds {NumberText.Of(found.Held)} where they are added "
                    + "by ascending input"
                : $"the accumulator saturates there and ends with {NumberText.Of(found.Held)} instead of "
                    + $"{NumberText.Of(found.Sum)}, so that the output depends on the order of terms",
            remedy.Text
        ) with
        {
            Remedies = new(remedy.Formats.Select(candidate => new ProblemRemedy(place, $"\"{candidate}\"")).ToArray()),
        };

    // What holds all sums of the declared range; where intervals find nothing, what holds those of the fixtures.
    private static (string Text, StorageFormat[] Formats) Remedy(Result result)
    {
        var (rounded, search, range, isOfFixtures) = result;
        var ofItems = SumReach.Enclose(search.Least).Hull(SumReach.Enclose(search.Greatest));
        if (range is not null)
        {
            var reach = range.Reach.SelectMany(layer => layer).Aggregate(ofItems, (all, one) => all.Hull(one));
            var ofRange = Remedy(new AccumulatorChoice(rounded, reach), "of the declared range");
            if (ofRange.Formats.Length > 0 || !isOfFixtures)
                return ofRange;
        }

        return Remedy(new AccumulatorChoice(rounded, ofItems), "of the fixtures");
    }

    private static (string Text, StorageFormat[] Formats) Remedy(AccumulatorChoice choice, string which)
    {
        var formats = new[] { choice.Wider, choice.Coarser }.OfType<StorageFormat>().ToArray();
        var text = "scale the network, because no fixed-point format is known to hold every sum";
        if (formats.Length > 0)
            text =
                $"use Accumulator = {string.Join(" or ", formats.Select(format => $"\"{format}\""))}, which "
                + $"{(formats.Length == 1 ? "holds" : "both hold")} every sum {which} in any order";
        else if (choice.Rounding is { } rounding)
            text = $"scale the network, or use Accumulator = \"{rounding}\", which holds every sum {which} but rounds products";
        return (text, formats);
    }

    /// <param name="Rounded">The network in its formats.</param>
    /// <param name="Found">What was found, and what all items need.</param>
    /// <param name="Range">What the range needs; null where none is declared.</param>
    /// <param name="IsOfFixtures">Whether one of the vectors' items saturates.</param>
    private sealed record Result(RoundedNetwork Rounded, SaturationSearch Found, SaturatingRange? Range, bool IsOfFixtures);
}
