using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact;

/// <summary>Family E5: inputs for any network, each chosen for something that goes wrong in implementations and labelled with it.</summary>
/// <remarks>
/// Zero, one-hot, all on, seeded mixtures; pairs of items that differ as little as the search can make them and lie on
/// both sides of a neuron's kink at 0 or at the ceiling, in several layers; ceilings reached and not; cancellation;
/// negative sums; the largest power of two at which the exactness certificate still holds. All values are numbers of the
/// activation format. What a network cannot do (a ceiling it lacks) is left out. Deterministic.
/// </remarks>
public static class InputSets
{
    /// <summary>Chooses the items; equal ones appear once.</summary>
    /// <param name="network">A rounded plus-times network.</param>
    /// <param name="options">Seed, number and range.</param>
    /// <exception cref="ArgumentException">The range is empty or its upper end is not above 0.</exception>
    public static IReadOnlyList<LabelledInput> Choose(RoundedNetwork network, InputSetOptions options)
    {
        if (!(options.Low <= options.High && options.High.Sign > 0)) throw new ArgumentException($"The range [{options.Low}, {options.High}] must not be empty and must reach above 0.", nameof(options));
        network.Network.DemandPlusTimes();
        var pool = new InputPool(network, options);
        var known = new HashSet<EquatableArray<Dyadic>>();
        return Simple(network, pool)
            .Concat(CeilingInputs.Find(pool))
            .Concat(pool.Mixtures())
            .Concat(new KinkSearch(network, pool).Pairs())
            .Concat(CancellationInputs.Find(network, pool))
            .Concat(NegativeSums(network, pool))
            .Concat(LargestCertified.Find(network, pool))
            .Where(item => known.Add(item.Values))
            .ToArray();
    }

    private static IEnumerable<LabelledInput> Simple(RoundedNetwork network, InputPool pool)
    {
        var count = network.Network.Inputs;
        yield return LabelledInput.Of("zero", count, _ => Dyadic.Zero);
        yield return LabelledInput.Of("all on", count, _ => pool.On);
        foreach (var hot in new[] { 0, count / 2, count - 1 }.Distinct()) yield return LabelledInput.Of($"one-hot, input {hot + 1}", count, i => i == hot ? pool.On : Dyadic.Zero);
    }

    private static IEnumerable<LabelledInput> NegativeSums(RoundedNetwork network, InputPool pool)
    {
        var layer = network.Network.Layers[0];
        var pull = new Dyadic[layer.Inputs];
        for (int neuron = 0, edge = 0; neuron < layer.Outputs; neuron++)
            foreach (var input in layer.Edges.Row(neuron)) pull[input] += layer.Weights[edge++];
        var item = LabelledInput.Of("", layer.Inputs, i => pull[i].Sign < 0 ? pool.On : pool.Off);
        var negative = MixedEvaluator.Trace(network.Network, item.Values).First().Sums.Count(sum => sum.Sign < 0);
        if (negative > 0) yield return item with { Label = $"negative sums: {negative} of {layer.Outputs} in layer 1" };
    }
}
