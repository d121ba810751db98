using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Perturbation;

/// <summary>Seeded directions of perturbation.</summary>
internal static class PerturbationDirections
{
    private const int MostNumbers = 4; // weights or biases that move together

    private static readonly (Perturbations Asked, PerturbationKind Kind)[] Rows =
    [
        (Perturbations.Input, PerturbationKind.Input),
        (Perturbations.Weight, PerturbationKind.Weight),
        (Perturbations.Bias, PerturbationKind.Bias),
    ];

    /// <summary>The kinds that a user asks for, in their order.</summary>
    /// <param name="asked">What is to move.</param>
    public static IEnumerable<PerturbationKind> Kinds(Perturbations asked) =>
        Rows.Where(row => (asked & row.Asked) != Perturbations.None).Select(row => row.Kind);

    /// <summary>A direction: a third of the inputs, or a few weights or biases of one layer, move at rates of 1 or −1.</summary>
    /// <param name="rounded">The network.</param>
    /// <param name="kind">What moves.</param>
    /// <param name="seed">Equal seeds give equal directions.</param>
    /// <exception cref="ArgumentException">The network has no weight to move.</exception>
    public static PerturbationDirection Choose(RoundedNetwork rounded, PerturbationKind kind, long seed)
    {
        var layers = rounded.Network.Layers;
        var random = SplitMix64.ForStream(seed, (int)kind);
        if (kind == PerturbationKind.Input)
        {
            var delta = new Dyadic[rounded.Network.Inputs];
            for (var i = 0; i < delta.Length; i++)
                delta[i] = random.Next(3) == 0 ? Rate(ref random) : Dyadic.Zero;
            if (delta.All(rate => rate.IsZero))
                delta[random.Next(delta.Length)] = Dyadic.One;
            return PerturbationDirection.OfInputs(delta);
        }

        var isBias = kind == PerturbationKind.Bias;
        var counts = layers.Select(layer => isBias ? layer.Outputs : layer.Weights.Count).ToArray();
        var candidates = Enumerable.Range(0, counts.Length).Where(l => counts[l] > 0).ToArray();
        if (candidates.Length == 0)
            throw new ArgumentException($"'{rounded.Network.Name}' has no weight to move.", nameof(rounded));
        // Where some layers have a bias, theirs move.
        if (isBias && candidates.Any(l => layers[l].HasBias))
            candidates = candidates.Where(l => layers[l].HasBias).ToArray();
        // Later layers may never be reached by anything but zeros, so the first one gets half of the seeds.
        var chosen = candidates[random.Next(2) == 0 ? 0 : random.Next(candidates.Length)];
        var rates = new Dyadic[counts[chosen]];
        for (var i = random.Next(Math.Min(MostNumbers, rates.Length)); i >= 0; i--)
            rates[random.Next(rates.Length)] = Rate(ref random);
        var values = new EquatableArray<DyadicValues>(
            counts.Select((count, l) => l == chosen ? DyadicValues.From(rates) : new DyadicValues(Dyadic.Zero, count)).ToArray()
        );
        return isBias ? new(null, null, values) : new(null, values, null);
    }

    private static Dyadic Rate(ref SplitMix64 random) => random.Next(2) == 0 ? 1 : -1;
}

/// <summary>What a perturbation moves.</summary>
internal enum PerturbationKind
{
    /// <summary>Inputs.</summary>
    Input,

    /// <summary>Weights of one layer.</summary>
    Weight,

    /// <summary>Biases of one layer.</summary>
    Bias,
}
