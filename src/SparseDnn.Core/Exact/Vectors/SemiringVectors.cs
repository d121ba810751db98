using System;
using System.Linq;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact;

/// <summary>Test vectors of closed forms over semirings whose sums round nothing; equality is demanded by bounds of 0.</summary>
/// <remarks>
/// or-and and max-min choose among given values. min-plus and max-plus add one weight a layer: with X the largest input
/// and M_l the largest weight of layer l, all values are multiples of 2^g and at most X + ΣM_l, so they are exact where
/// that sum is at most 2^(p+g) and Ω.
/// </remarks>
internal static class SemiringVectors
{
    public static VectorSet? Compile(RoundedNetwork rounded, ExactSolution solution, long seed, out string? fault)
    {
        var formats = rounded.Formats;
        fault = ChoosesOnly(rounded) ? ChoiceObstacle(rounded, solution) : Obstacle(rounded, solution, formats.Accumulator) ?? Obstacle(rounded, solution, formats.Activations);
        if (fault is not null) return null;
        return new VectorSet(
            solution.Network.Name,
            solution.Family,
            seed,
            formats,
            new(rounded.Network.Layers.Select(layer => new VectorLayer(layer, null, null)).ToArray()),
            new(solution.Items.Select(item => item.Inputs).ToArray()),
            new(solution.Items.Select(item => item.Outputs).ToArray()))
        {
            Bounds = new(solution.Items.Select(item => new EquatableArray<double>(new double[item.Outputs.Count])).ToArray()),
            Ground = ExactnessGround.OrderFree,
            Labels = new(solution.Items.Select(item => item.Label).ToArray()),
        };
    }

    private static string? Obstacle(RoundedNetwork rounded, ExactSolution solution, StorageFormat format)
    {
        var inputs = solution.Items.SelectMany(item => item.Inputs).Where(value => value.IsFinite && !value.IsZero).ToArray();
        var weights = rounded.Network.Layers.Select(layer => layer.Weights.Representatives.Where(value => value.IsFinite && !value.IsZero).ToArray()).ToArray();
        var all = inputs.Concat(weights.SelectMany(layer => layer)).ToArray();
        if (all.Length == 0) return null;
        var terms = new TermSummary(all.Min(value => value.Exponent), Largest(inputs));
        foreach (var layer in weights) terms = terms with { SumOfMagnitudes = terms.SumOfMagnitudes + Largest(layer) };
        return NeuronCertificate.Of(terms, format).IsCertified
            ? null
            : FormattableString.Invariant($"paths add up to as much as {terms.SumOfMagnitudes} in steps of 2^{terms.Granularity}, which {format} does not hold exactly; use a smaller range or a wider format");
    }

    private static bool ChoosesOnly(RoundedNetwork rounded) => rounded.Network.Layers.All(layer => layer.Semiring is "or-and" or "max-min" or "min-max");

    // Every value is an input or a weight, so the other formats must hold these.
    private static string? ChoiceObstacle(RoundedNetwork rounded, ExactSolution solution)
    {
        var (activations, accumulator) = (rounded.Formats.Activations, rounded.Formats.Accumulator);
        var weight = rounded.Network.Layers.SelectMany(layer => layer.Weights.Representatives).Where(value => value.IsFinite && !(activations.IsRepresentable(value) && accumulator.IsRepresentable(value)));
        var input = solution.Items.SelectMany(item => item.Inputs).Where(value => value.IsFinite && !accumulator.IsRepresentable(value));
        return weight.Concat(input).Select(value => $"{value} is not a value of {activations} and {accumulator}; use wider formats").FirstOrDefault();
    }

    private static Dyadic Largest(Dyadic[] values) => values.Select(value => value.Abs()).Aggregate(Dyadic.Zero, Dyadic.Max);
}
