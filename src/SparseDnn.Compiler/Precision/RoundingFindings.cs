using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Networks.Build;
using SparseDnn.Networks.Kinds;
using SparseDnn.Numerics;
using SparseDnn.Problems;
using SparseDnn.Problems.Findings;

namespace SparseDnn.Compiler.Precision;

/// <summary>
/// What rounding to the format takes from written numbers: SDNN2001 where a range or the user asks for it, SDNN2002 where a number is too
/// small to be rounded well.
/// </summary>
internal sealed class RoundingFindings(NetworkDeclaration declaration, PrecisionOptions options, CancellationToken cancellationToken)
{
    private const int NumbersBetweenChecks = 4096;

    private readonly bool _isMultiplied = declaration.Oscillation.Correlate.Equals(KnownSemirings.PlusTimes);

    /// <summary>All findings: at most one of each kind an argument or file.</summary>
    /// <param name="numbers">What is written.</param>
    public IEnumerable<Problem> Of(WrittenNumbers numbers)
    {
        int rounded = 0,
            vanishing = 0,
            worst = 0,
            smallest = 0;
        var format = Format(numbers);
        var (most, least) = (0.0, double.PositiveInfinity);
        for (var i = 0; i < numbers.Count; i++)
        {
            if (i % NumbersBetweenChecks == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var number = numbers.At(i);
            var value = Math.Abs(number.Nearest);
            var error = Math.Abs(format.Round(number) - number.Nearest);
            // What reads back as a value of the format is its usual name, although the decimal may not end there.
            if (error == 0 || double.IsInfinity(error))
                continue;
            if (error > format.UnitRoundoff * value && _isMultiplied)
            {
                vanishing++;
                if (value < least)
                    (least, smallest) = (value, i);
                continue;
            }

            rounded++;
            if (error / value > most)
                (most, worst) = (error / value, i);
        }

        if (vanishing > 0)
            yield return Vanishing(numbers, smallest, vanishing);
        if (rounded > 0 && (options.RoundedWithoutRange || declaration.HasInputRanges))
            yield return Rounded(numbers, worst, rounded);
    }

    // Weights are rounded to what they are stored in, everything else to the elements.
    private NumberFormat Format(WrittenNumbers numbers) =>
        NumberTypes.Of(numbers.AreWeights ? numbers.Attribute.Format ?? declaration.WeightFormat : declaration.Elements).Real!;

    private Problem Vanishing(WrittenNumbers numbers, int index, int count)
    {
        var number = numbers.At(index);
        var format = Format(numbers);
        return Problem.Create(
            ProblemKinds.VanishingNumber,
            numbers.Place(index),
            numbers.Count == 1 ? $"{numbers.What} is" : Many(numbers, count, "is", "are"),
            format.Name,
            number.Nearest,
            format.Round(number) + 0.0,
            Dyadic.One.ScaleByPowerOfTwo(format.LeastNormalExponent).ToDouble()
        ) with
        {
            Data = new(Remedy(format.Round(number) == 0)),
        };
    }

    // Nothing is too small for binary64 that can be written as a double.
    private IEnumerable<ProblemDatum> Remedy(bool becomesZero)
    {
        var findings = new List<IFinding>();
        if (PrecisionFindings.Wider(declaration) is { } wider)
            findings.Add(new NetworkFormat(wider.ToString()));
        if (becomesZero)
            findings.Add(new LostNumber());
        return findings.SelectMany(finding => finding.Data);
    }

    private Problem Rounded(WrittenNumbers numbers, int index, int count)
    {
        var number = numbers.At(index);
        var format = Format(numbers);
        var nearest = format.Round(number);
        var (below, above) = nearest < number.Nearest ? (nearest, format.NextUp(nearest)) : (format.NextDown(nearest), nearest);
        var error = Math.Abs(nearest - number.Nearest);
        return Problem.Create(
            ProblemKinds.RoundedNumber,
            numbers.Count == 1 ? numbers.Place(index) : WholeArgument(numbers, index),
            numbers.Count == 1 ? $"{numbers.What} lies" : Many(numbers, count, "lies", "lie"),
            format.Name,
            number.Nearest,
            below,
            above,
            nearest,
            Short(error),
            Short(error / Math.Abs(number.Nearest))
        ) with
        {
            Data = new(new NetworkFormat(format.Name).Data),
        };
    }

    // One fix mends all numbers of an argument, so the argument is marked; of a file, the line.
    private static ProblemPlace WholeArgument(WrittenNumbers numbers, int index) =>
        numbers.Place(index) is FileEntryPlace entry ? entry : numbers.Attribute.At(numbers.What);

    private static string Many(WrittenNumbers numbers, int count, string one, string several) =>
        string.Format(
            CultureInfo.InvariantCulture,
            "{0} of {1} values of {2} {3}",
            count,
            numbers.Count,
            numbers.What,
            count == 1 ? one : several
        );

    private static string Short(double value) => value.ToString("0.##E+0", CultureInfo.InvariantCulture);
}
