using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra.Values;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Perturbation;

/// <summary>
/// Values of ε for tests: inside of a model's interval, at its ends and just beside them, where inputs, weights and biases stay values of
/// their formats.
/// </summary>
/// <remarks>
/// Candidates are multiples of 2^q. Towards an end the finest q comes first, for the inside the coarsest; a candidate
/// counts if all perturbed numbers are values of their formats. Where formats hold no such ε the point is left out.
/// </remarks>
internal static class PerturbationPoints
{
    private const int FinestSteps = 64; // powers of two below an end's size: more than any format has bits
    private const int CoarsestExponent = 8;
    private const int MostQuarters = 6; // of the middle, where nothing near it fits

    /// <summary>The points, by ascending ε; 0 is none of them unless it is an end.</summary>
    /// <param name="rounded">The network in its formats.</param>
    /// <param name="item">The item at ε = 0, in values of the activation format.</param>
    /// <param name="direction">What moves.</param>
    /// <param name="model">The model of network, item and direction.</param>
    /// <param name="cancellationToken">Checked for every candidate.</param>
    public static IReadOnlyList<PerturbationPoint> Of(
        RoundedNetwork rounded,
        EquatableArray<Dyadic> item,
        PerturbationDirection direction,
        PerturbationModel model,
        CancellationToken cancellationToken = default
    )
    {
        direction.Demand(rounded.Network, item.Count);
        var moving = Moving(rounded, item, direction).Distinct().ToArray();
        if (moving.Length == 0)
            return [];
        return Side(1, model.High)
            .Concat(Side(-1, -model.Low))
            .GroupBy(point => point.Epsilon)
            .Select(group => group.First())
            .OrderBy(point => point.Epsilon)
            .ToArray();

        // Distances from 0 on one side; the end may be 0 itself, infinite, or a crossing that no format holds.
        IEnumerable<PerturbationPoint> Side(int sign, Rational end)
        {
            if (end.Sign > 0 && First(Inside(end)) is { } inside)
                yield return Point(inside, PerturbationPlace.Inside);
            if (!end.IsFinite)
                yield break;
            if (model.EndsAreCrossings && end.IsDyadic && Fits(end.ToDyadic()))
                yield return Point(end.ToDyadic(), PerturbationPlace.End);
            if (end.Sign > 0 && First(Beside(end, -1)) is { } below)
                yield return Point(below, PerturbationPlace.JustInside);
            if (First(Beside(end, 1)) is { } above)
                yield return Point(above, PerturbationPlace.JustOutside);

            Dyadic? First(IEnumerable<Dyadic> candidates) =>
                candidates.Where(Fits).Select(candidate => (Dyadic?)candidate).FirstOrDefault();

            bool Fits(Dyadic epsilon)
            {
                cancellationToken.ThrowIfCancellationRequested();
                return moving.All(number => number.Format.IsRepresentable(number.Value + (number.Rate * epsilon * sign)));
            }

            PerturbationPoint Point(Dyadic epsilon, PerturbationPlace place) => new(epsilon * sign, place);
        }
    }

    private static IEnumerable<(Dyadic Value, Dyadic Rate, StorageFormat Format)> Moving(
        RoundedNetwork rounded,
        EquatableArray<Dyadic> item,
        PerturbationDirection direction
    )
    {
        var moving = direction.Inputs is { } inputs ? Pairs(item, inputs, rounded.Formats.Activations) : [];
        for (var l = 0; l < rounded.Network.Layers.Count; l++)
        {
            var layer = rounded.Network.Layers[l];
            if (direction.Weights?[l] is { } weights)
                moving = moving.Concat(Pairs(layer.Weights, weights, rounded.Formats.Weights));
            if (direction.Biases?[l] is { } biases)
                moving = moving.Concat(Pairs(layer.Biases, biases, rounded.Formats.Accumulator));
        }

        return moving;
    }

    private static IEnumerable<(Dyadic Value, Dyadic Rate, StorageFormat Format)> Pairs(
        IReadOnlyList<Dyadic> values,
        IReadOnlyList<Dyadic> rates,
        StorageFormat format
    ) =>
        rates is DyadicValues { IsConstant: true, Count: > 0 } && rates[0].IsZero
            ? []
            : values.Zip(rates, (value, rate) => (value, rate, format)).Where(number => !number.rate.IsZero);

    // Multiples of 2^q nearest to the middle (1 where there is no end), from coarse to fine; then to quarters of it.
    private static IEnumerable<Dyadic> Inside(Rational end)
    {
        var middle = end.IsFinite ? end / 2 : (Rational)1;
        for (var quarters = 0; quarters < MostQuarters; quarters++, middle /= 4)
        {
            var top = Size(middle);
            for (var q = top; q > top - FinestSteps; q--)
            {
                var below = Floor(middle, q);
                foreach (var candidate in new[] { below, below + Step(q) })
                    if (candidate.Sign > 0 && new Rational(candidate).CompareTo(end) < 0)
                        yield return candidate;
            }
        }
    }

    // Multiples of 2^q nearest to the end on one of its sides, from fine to coarse.
    private static IEnumerable<Dyadic> Beside(Rational end, int side)
    {
        var size = end.IsZero ? 0 : Size(end);
        for (var q = size - FinestSteps; q <= Math.Max(size, CoarsestExponent); q++)
        {
            var below = Floor(end, q);
            var candidate = below;
            if (side > 0)
                candidate = below + Step(q);
            else if (end.IsDyadic && below == end.ToDyadic())
                candidate = below - Step(q);
            if (candidate.Sign > 0)
                yield return candidate;
        }
    }

    private static Dyadic Step(int q) => Dyadic.One.ScaleByPowerOfTwo(q);

    private static int Size(Rational positive)
    {
        var (over, under) = positive.Fraction;
        return BigIntegerBits.BitLength(over) - BigIntegerBits.BitLength(under);
    }

    // Of numbers that are not negative.
    private static Dyadic Floor(Rational value, int q)
    {
        var (over, under) = value.Fraction;
        return new Dyadic(q < 0 ? (over << -q) / under : over / (under << q), q);
    }
}
