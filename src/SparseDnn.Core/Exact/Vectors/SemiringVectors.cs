using System;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra;
using SparseDnn.Exact.Families;
using SparseDnn.Exact.Rounding;
using SparseDnn.Exact.Sums;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Vectors;

/// <summary>Test vectors of closed forms over semirings whose sums round nothing; equality is demanded by bounds of 0.</summary>
/// <remarks>
/// or-and and max-min choose among given values. min-plus and max-plus add one weight a layer: with X the largest input
/// and M_l the largest weight of layer l, all values are multiples of 2^g and at most X + ΣM_l, so they are exact where
/// that sum is at most 2^(p+g) and Ω.
/// </remarks>
internal static class SemiringVectors
{
    public static VectorSet? Compile(
        RoundedNetwork rounded,
        ExactSolution solution,
        long seed,
        CancellationToken cancellationToken,
        out string? fault
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var formats = rounded.Formats;
        fault = ChoosesOnly(rounded)
            ? ChoiceObstacle(rounded, solution, cancellationToken)
            : Obstacle(rounded, solution, formats.Accumulator, cancellationToken)
                ?? Obstacle(rounded, solution, formats.Activations, cancellationToken);
        if (fault is not null)
            return null;
        return new VectorSet(
            solution.Network.Name,
            solution.Family,
            seed,
            formats,
            new(rounded.Network.Layers.Select(layer => new VectorLayer(layer, null, null)).ToArray()),
            new(solution.Items.Select(item => item.Inputs).ToArray()),
            new(solution.Items.Select(item => item.Outputs).ToArray())
        )
        {
            Bounds = new(solution.Items.Select(item => new EquatableArray<double>(new double[item.Outputs.Count])).ToArray()),
            Ground = ExactnessGround.OrderFree,
            Labels = new(solution.Items.Select(item => item.Label).ToArray()),
        };
    }

    private static string? Obstacle(
        RoundedNetwork rounded,
        ExactSolution solution,
        StorageFormat format,
        CancellationToken cancellationToken
    )
    {
        var inputs = Inputs(solution, cancellationToken).Where(value => value.IsFinite && !value.IsZero).ToArray();
        var weights = rounded
            .Network.Layers.Select(layer => layer.Weights.Representatives.Where(value => value.IsFinite && !value.IsZero).ToArray())
            .ToArray();
        var all = inputs.Concat(weights.SelectMany(layer => layer)).ToArray();
        if (all.Length == 0)
            return null;
        var terms = new TermSummary(all.Min(value => value.Exponent), Largest(inputs));
        foreach (var layer in weights)
            terms = terms with { SumOfMagnitudes = terms.SumOfMagnitudes + Largest(layer) };
        return NeuronCertificate.Of(terms, format).IsCertified
            ? null
            : FormattableString.Invariant($"paths add up to as much as {terms.SumOfMagnitudes} in steps of 2^{terms.Granularity}, ")
                + FormattableString.Invariant($"which {format} does not hold exactly; use a smaller range or a wider format");
    }

    private static bool ChoosesOnly(RoundedNetwork rounded) =>
        rounded.Network.Layers.All(layer =>
            layer.Semirings.Correlate.Elements.Select(element => element.Candidate).FirstOrDefault(candidate => candidate is not null)
                is { } candidate
            && SemiringTraits.ChoosesOnly(candidate)
        );

    // Every value is an input or a weight, so the other formats must hold these.
    private static string? ChoiceObstacle(RoundedNetwork rounded, ExactSolution solution, CancellationToken cancellationToken)
    {
        var (activations, accumulator) = (rounded.Formats.Activations, rounded.Formats.Accumulator);
        var weight = rounded
            .Network.Layers.SelectMany(layer => layer.Weights.Representatives)
            .Where(value => value.IsFinite && !(activations.IsRepresentable(value) && accumulator.IsRepresentable(value)));
        var input = Inputs(solution, cancellationToken).Where(value => value.IsFinite && !accumulator.IsRepresentable(value));
        return weight
            .Concat(input)
            .Select(value => $"{value} is not a value of {activations} and {accumulator}; use wider formats")
            .FirstOrDefault();
    }

    private static System.Collections.Generic.IEnumerable<Dyadic> Inputs(ExactSolution solution, CancellationToken cancellationToken)
    {
        foreach (var item in solution.Items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var value in item.Inputs)
                yield return value;
        }
    }

    private static Dyadic Largest(Dyadic[] values) => values.Select(value => value.Abs()).Aggregate(Dyadic.Zero, Dyadic.Max);
}
