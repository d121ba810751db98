using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Exact.Families;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Perturbation;
using SparseDnn.Exact.Rounding;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Vectors;

/// <summary>Vectors of perturbed inputs and networks.</summary>
internal static partial class VectorSets
{
    private const int Tries = 12; // of an item and a direction that changes its outputs

    /// <summary>
    /// Vectors of a perturbation: one set of several items where only inputs move, else one set of one item for each ε, with the perturbed
    /// network.
    /// </summary>
    /// <param name="rounded">The network in its formats; carries exact values from layer to layer.</param>
    /// <param name="item">The item at ε = 0.</param>
    /// <param name="direction">What moves.</param>
    /// <param name="seed">Seed that the direction was drawn from.</param>
    /// <param name="fault">Why there are no vectors and what to do; null on success.</param>
    /// <param name="cancellationToken">Checked every few sums.</param>
    /// <remarks>
    /// The points are those of <see cref="PerturbationPoints"/> and say so in their labels. Expected outputs are exact evaluations at ε;
    /// within the interval the model guards them.
    /// </remarks>
    public static IReadOnlyList<VectorSet>? FromPerturbation(
        RoundedNetwork rounded,
        LabelledInput item,
        PerturbationDirection direction,
        long seed,
        out string? fault,
        CancellationToken cancellationToken = default
    ) =>
        FromPerturbation(
            rounded,
            item,
            direction,
            PerturbationModel.Create(rounded.Network, item.Values, direction, false, cancellationToken),
            seed,
            out fault,
            cancellationToken
        );

    /// <summary>
    /// Vectors of a perturbation whose item and direction are chosen: one that changes outputs and whose interval ends, if there is one
    /// among the first that are tried.
    /// </summary>
    /// <param name="rounded">The network in its formats; carries exact values from layer to layer.</param>
    /// <param name="items">Candidates, at least one.</param>
    /// <param name="kind">What moves.</param>
    /// <param name="seed">Chooses the direction.</param>
    /// <param name="fault">Why there are no vectors and what to do; null on success.</param>
    /// <param name="cancellationToken">Checked every few sums.</param>
    public static IReadOnlyList<VectorSet>? FromPerturbation(
        RoundedNetwork rounded,
        IReadOnlyList<LabelledInput> items,
        PerturbationKind kind,
        long seed,
        out string? fault,
        CancellationToken cancellationToken = default
    )
    {
        (LabelledInput Item, PerturbationDirection Direction, PerturbationModel Model)? best = null;
        var most = -1;
        // Mixtures are the items that most depends on.
        var candidates = items.OrderByDescending(item => item.Kind == InputKind.Mixture).ToArray();
        for (var i = 0; i < Tries && most < 3; i++)
        {
            var item = candidates[i % candidates.Length];
            var direction = PerturbationDirections.Choose(rounded, kind, unchecked(seed + i));
            var model = PerturbationModel.Create(rounded.Network, item.Values, direction, false, cancellationToken);
            var merits =
                (model.Kinks.Count == 0 ? 1 : 0)
                + (model.Derivative.Any(slope => !slope.IsZero) ? 1 : 0)
                + (model.Low.IsFinite || model.High.IsFinite ? 1 : 0);
            if (merits > most)
                (best, most) = ((item, direction, model), merits);
        }

        var chosen = best!.Value;
        return FromPerturbation(rounded, chosen.Item, chosen.Direction, chosen.Model, seed, out fault, cancellationToken);
    }

    /// <summary>Perturbations of the items of a set: one or more kinds of them.</summary>
    /// <param name="set">Vectors that carry exact values from layer to layer.</param>
    /// <param name="asked">What moves.</param>
    /// <param name="seed">Chooses the directions.</param>
    /// <param name="fault">Why there are no vectors and what to do; null on success.</param>
    /// <param name="cancellationToken">Checked every few sums.</param>
    public static IReadOnlyList<VectorSet>? FromPerturbation(
        VectorSet set,
        Perturbations asked,
        long seed,
        out string? fault,
        CancellationToken cancellationToken = default
    )
    {
        fault = null;
        if (set.RoundBetweenLayers)
            fault = "rounding between layers has no derivative; leave out RoundBetweenLayers or Perturbations";
        else if (!IsReal(set))
            fault = "derivatives are for real plus-times networks; leave out Perturbations";
        else if ((asked & Perturbations.Weight) != Perturbations.None && !HasWeights(set))
            fault = "the network has no weights to move; leave out Perturbations.Weight";
        var sets = new List<VectorSet>();
        if (fault is not null || NetworkRounding.Round(set.Network, set.Formats, out fault, cancellationToken) is not { } rounded)
            return null;
        var items = set.Inputs.Select((values, i) => new LabelledInput(set.Labels[i], values)).ToArray();
        foreach (var kind in PerturbationDirections.Kinds(asked))
        {
            if (FromPerturbation(rounded, items, kind, seed, out fault, cancellationToken) is not { } perturbed)
                return null;
            sets.AddRange(perturbed);
        }

        return sets;
    }

    /// <summary>Whether outputs have derivatives: of numbers, over plus-times with ReLU or nothing behind the sums.</summary>
    public static bool IsReal(VectorSet set) =>
        set.Formats.Activations.BaseName is not ("int64" or "bool" or "word64")
        && set.Layers.All(layer => layer.Layer.Semirings.IsOrdinary);

    /// <summary>Whether there is a weight to move.</summary>
    public static bool HasWeights(VectorSet set) => set.Layers.Any(layer => layer.Layer.Weights.Count > 0);

    private static List<VectorSet>? FromPerturbation(
        RoundedNetwork rounded,
        LabelledInput item,
        PerturbationDirection direction,
        PerturbationModel model,
        long seed,
        out string? fault,
        CancellationToken cancellationToken
    )
    {
        fault = null;
        var isInputOnly = direction.Weights is null && direction.Biases is null;
        var perturbed = new List<(RoundedNetwork Network, ExactItem Item)>();
        foreach (var point in PerturbationPoints.Of(rounded, item.Values, direction, model, cancellationToken))
        {
            var (network, input) = direction.At(rounded.Network, item.Values, point.Epsilon);
            var outputs = model.Holds(point.Epsilon) ? model.Evaluate(point.Epsilon) : EquatableArray<Dyadic>.Empty;
            perturbed.Add((isInputOnly ? rounded : rounded with { Network = network }, new ExactItem(point.Label, new(input), outputs)));
        }

        var sets = new List<VectorSet>();
        if (perturbed.Count == 0)
            fault =
                $"no step along the direction from item '{item.Label}' leaves all perturbed numbers values of {rounded.Formats}; "
                + "use wider formats or another direction";
        else if (isInputOnly)
            Add(rounded, perturbed.Select(one => one.Item), ref fault);
        // A point whose outputs leave the format's range is left out as long as others stay.
        if (isInputOnly && fault is not null && perturbed.Count > 1)
        {
            var kept = perturbed
                .Select(one => one.Item)
                .Where(one =>
                    Compile(
                        rounded,
                        new ExactSolution(FamilyNames.AnyNetwork, rounded.Network, new([one])),
                        seed,
                        false,
                        cancellationToken,
                        out _
                    )
                        is not null
                )
                .ToArray();
            if (kept.Length > 0)
                Add(rounded, kept, ref fault);
        }

        if (!isInputOnly)
            foreach (var one in perturbed)
                Add(one.Network, [one.Item], ref fault);
        if (sets.Count == 0)
            return null;
        fault = null;
        return sets;

        void Add(RoundedNetwork network, IEnumerable<ExactItem> all, ref string? reason)
        {
            if (
                Compile(
                    network,
                    new ExactSolution(FamilyNames.AnyNetwork, network.Network, new(all)),
                    seed,
                    false,
                    cancellationToken,
                    out reason
                ) is
                { } set
            )
                sets.Add(set);
        }
    }
}
