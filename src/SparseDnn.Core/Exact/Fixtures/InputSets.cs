using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Exact.Rounding;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Fixtures;

/// <summary>Inputs for any network, each chosen for something that goes wrong in implementations and labelled with it.</summary>
/// <remarks>
/// Zero, one-hot, all on, seeded mixtures; pairs of items that differ as little as the search can make them and lie on
/// both sides of a neuron's kink at 0 or at the ceiling, in several layers, and items that meet one in the first; ceilings reached and not;
/// cancellation;
/// negative sums; the largest power of two at which the exactness certificate still holds. All values are numbers of the
/// activation format. What a network cannot do (a ceiling it lacks) is left out. Deterministic.
/// </remarks>
internal static class InputSets
{
    /// <summary>Chooses the items; equal ones appear once.</summary>
    /// <param name="network">A rounded plus-times network.</param>
    /// <param name="options">Seed, number and range.</param>
    /// <param name="cancellationToken">Checked every few sums.</param>
    /// <exception cref="ArgumentException">The range is empty or its upper end is not above 0, there is to be no item, or no certified one
    /// is found.</exception>
    public static IReadOnlyList<LabelledInput> Choose(
        RoundedNetwork network,
        InputSetOptions options,
        CancellationToken cancellationToken = default
    ) => Choose(network, options, false, out var fault, cancellationToken) ?? throw new ArgumentException(fault, nameof(options));

    /// <summary>Chooses the items; equal ones appear once.</summary>
    /// <param name="network">A rounded plus-times network.</param>
    /// <param name="options">Seed, number and range.</param>
    /// <param name="roundBetweenLayers">Whether certificates are for rounding to the activation format after every layer.</param>
    /// <param name="fault">Why there are no items: options that contradict themselves, or what keeps items from being certified; null on
    /// success.</param>
    /// <param name="cancellationToken">Checked every few sums.</param>
    public static IReadOnlyList<LabelledInput>? Choose(
        RoundedNetwork network,
        InputSetOptions options,
        bool roundBetweenLayers,
        out string? fault,
        CancellationToken cancellationToken = default
    )
    {
        if (options.Items < 1)
            fault = FormattableString.Invariant($"{options.Items} items cannot be chosen; ask for at least one");
        else if (options.Low <= options.High && options.High.Sign > 0)
            fault = null;
        else
            fault = $"the range [{options.Low}, {options.High}] must not be empty and must reach above 0";
        if (
            fault is null
            && StoredRanges.Exact(options.Ranges, network.Network.Inputs) is { } ranges
            && StoredRanges.Of(ranges, network.Formats.Activations) is null
        )
            fault = $"no {network.Formats.Activations} value lies in the declared range of some input; use a wider format or a wider range";
        if (fault is not null)
            return null;
        network.Network.DemandPlusTimes();
        var pool = new InputPool(network, options, roundBetweenLayers, cancellationToken);
        var known = new HashSet<EquatableArray<Dyadic>>();
        var special = Simple(pool)
            .Concat(CeilingInputs.Find(pool))
            .Concat(MetKinks.Find(pool))
            .Concat(new KinkSearch(pool).Pairs(options.Certify))
            .Concat(CancellationInputs.Find(pool))
            .Concat(ZeroSumInputs.Find(pool))
            .Concat(NegativeSums(pool))
            .Concat(LargestCertified.Find(pool))
            .Where(item => known.Add(item.Values) && pool.Accepts(item.Values))
            .ToArray();
        var mixtures = SubnormalInputs.Find(pool, options.Seed).Concat(EdgeCoverage.Order(pool)).Concat(pool.Mixtures());
        var items = InputSelection.Select(
            special,
            mixtures.Where(item => pool.IsWithin(item.Values) && known.Add(item.Values)),
            options.Items
        );
        if (!options.Certify || special.Concat(items).Any(item => item.Values.Any(value => !value.IsZero)))
            return items;
        var on = LabelledInput.Of(InputKind.AllOn, network.Network.Inputs, _ => pool.On);
        fault =
            "no item with an input other than 0 is certified: "
            + $"{pool.Obstacle(on.Values) ?? "no value of the format lies in the range"}; use a wider accumulator format, weights "
            + "and biases of fewer bits, or do without certified items";
        return null;
    }

    private static IEnumerable<LabelledInput> Simple(InputPool pool)
    {
        var count = pool.Network.Inputs;
        yield return LabelledInput.Of(InputKind.Zero, count, _ => Dyadic.Zero);
        yield return LabelledInput.Of(InputKind.AllOn, count, input => pool.Clamp(input, pool.On));
        foreach (var hot in new[] { 0, count / 2, count - 1 }.Distinct())
            yield return LabelledInput.Of($"{InputKind.OneHot}, input {hot + 1}", count, i => i == hot ? pool.On : Dyadic.Zero);
    }

    private static IEnumerable<LabelledInput> NegativeSums(InputPool pool)
    {
        var layer = pool.Network.Layers[0];
        var pull = new Dyadic[layer.Inputs];
        for (int neuron = 0, edge = 0; neuron < layer.Outputs; neuron++)
        {
            pool.Token.ThrowIfCancellationRequested();
            foreach (var input in layer.Edges.Row(neuron))
                pull[input] += layer.Weights[edge++];
        }

        var item = LabelledInput.Of("", layer.Inputs, i => pull[i].Sign < 0 ? pool.On : pool.Off);
        var negative = pool.Trace(item.Values).First().Sums.Count(sum => sum.Sign < 0);
        if (negative > 0)
            yield return item with
            {
                Label = $"{InputKind.NegativeSums}: {negative} of {layer.Outputs} in layer 1",
            };
    }
}
