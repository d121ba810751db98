using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra.Values;
using SparseDnn.Exact.Certificates;
using SparseDnn.Exact.Families;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Perturbation;
using SparseDnn.Exact.Rounding;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Exact.Vectors;

/// <summary>Makes test vectors: from a family's closed form, or from any network by exact arithmetic.</summary>
internal static partial class VectorSets
{
    /// <summary>Vectors of a closed form.</summary>
    /// <param name="solution">Network, inputs and outputs.</param>
    /// <param name="formats">Formats that hold the network and its inputs exactly; see <see cref="CertifiedScaling"/> for bringing them
    /// there.</param>
    /// <param name="seed">Seed that the solution was drawn from.</param>
    /// <param name="fault">Why there are no vectors and what to do; null on success.</param>
    /// <param name="cancellationToken">Checked every few sums.</param>
    public static VectorSet? FromSolution(
        ExactSolution solution,
        FormatTriple formats,
        long seed,
        out string? fault,
        CancellationToken cancellationToken = default
    )
    {
        if (NetworkRounding.Round(solution.Network, formats, out fault, cancellationToken) is not { } rounded)
            return null;
        var changed = rounded.Weights.Count > 0 ? (rounded.Weights, formats.Weights) : (rounded.Biases, formats.Accumulator);
        if (changed.Item1.Count > 0)
            fault =
                $"{changed.Item2} changes {changed.Item1.Count} numbers of the network, most the {changed.Item1.WorstPlace} (by "
                + $"{changed.Item1.Worst}), so the closed form no longer holds; scale the solution or use a wider format";
        foreach (var item in solution.Items)
            if (item.Inputs.FirstOrDefault(value => !IsStorable(value, formats.Activations)) is { IsZero: false } value)
                fault ??=
                    $"item '{item.Label}' has the input {value}, which is not a {formats.Activations} value; scale the solution "
                    + "or use a wider format";
        if (fault is not null)
            return null;
        var isPlusTimes = solution.Network.Layers.All(layer => layer.Semirings.IsPlusTimes);
        return isPlusTimes
            ? Compile(rounded, solution, seed, false, cancellationToken, out fault)
            : SemiringVectors.Compile(rounded, solution, seed, cancellationToken, out fault);
    }

    /// <summary>
    /// Vectors of any plus-times network: numbers rounded once to their formats, inputs chosen, outputs from exact arithmetic.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="formats">The formats.</param>
    /// <param name="options">What inputs to choose.</param>
    /// <param name="roundBetweenLayers">Whether rounding to the activation format after every layer is part of the expected result.</param>
    /// <param name="fault">Why there are no vectors and what to do; null on success.</param>
    /// <param name="cancellationToken">Checked every few sums.</param>
    public static VectorSet? FromNetwork(
        DyadicNetwork network,
        FormatTriple formats,
        InputSetOptions options,
        bool roundBetweenLayers,
        out string? fault,
        CancellationToken cancellationToken = default
    ) =>
        NetworkRounding.Round(network, formats, out fault, cancellationToken) is { } rounded
        && InputSets.Choose(rounded, options, roundBetweenLayers, out fault, cancellationToken) is { } inputs
            ? FromNetwork(rounded, inputs, options.Seed, roundBetweenLayers, out fault, cancellationToken)
            : null;

    /// <summary>Vectors of any plus-times network for given inputs.</summary>
    /// <param name="rounded">The network in its formats.</param>
    /// <param name="inputs">Values of the activation format, at least one item.</param>
    /// <param name="seed">Seed of the inputs.</param>
    /// <param name="roundBetweenLayers">Whether rounding to the activation format after every layer is part of the expected result.</param>
    /// <param name="fault">Why there are no vectors and what to do; null on success.</param>
    /// <param name="cancellationToken">Checked every few sums.</param>
    public static VectorSet? FromNetwork(
        RoundedNetwork rounded,
        IReadOnlyList<LabelledInput> inputs,
        long seed,
        bool roundBetweenLayers,
        out string? fault,
        CancellationToken cancellationToken = default
    )
    {
        var items = inputs.Select(input => new ExactItem(input.Label, input.Values, EquatableArray<Dyadic>.Empty)).ToArray();
        return Compile(
            rounded,
            new ExactSolution(FamilyNames.AnyNetwork, rounded.Network, new(items)),
            seed,
            roundBetweenLayers,
            cancellationToken,
            out fault
        );
    }

    /// <summary>
    /// Adds the derivative of the outputs in a direction of the inputs, and the interval in which it holds for all items.
    /// </summary>
    /// <param name="vectors">Plus-times vectors that carry exact values from layer to layer.</param>
    /// <param name="delta">Δ, one value an input.</param>
    /// <param name="fault">Why there is no derivative and what to do; null on success.</param>
    public static VectorSet? WithPerturbation(VectorSet vectors, EquatableArray<Dyadic> delta, out string? fault)
    {
        fault = vectors.RoundBetweenLayers ? "rounding between layers has no derivative; carry exact values" : null;
        var derivatives = new List<EquatableArray<Dyadic>>();
        var (low, high) = (new Rational(Dyadic.NegativeInfinity), new Rational(Dyadic.PositiveInfinity));
        for (var i = 0; i < vectors.Inputs.Count && fault is null; i++)
        {
            var model = PerturbationModel.Create(vectors.Network, vectors.Inputs[i], new PerturbationDirection(delta, null, null));
            if (model.Kinks.Count > 0)
                fault =
                    $"neuron {model.Kinks[0].Neuron + 1} of layer {model.Kinks[0].Layer + 1} sits on a kink in item {i + 1}, "
                    + "where derivatives are one-sided; leave the item out";
            derivatives.Add(model.Derivative);
            if (model.Low.CompareTo(low) > 0)
                low = model.Low;
            if (model.High.CompareTo(high) < 0)
                high = model.High;
        }

        return fault is null ? vectors with { Perturbation = new(delta, new(derivatives.ToArray()), low, high) } : null;
    }

    private static bool IsStorable(Dyadic value, StorageFormat format) =>
        format.IsRepresentable(value) || (!value.IsFinite && format is FloatingStorage { Format.HasInfinity: true });

    private static bool IsBeyond(Dyadic value, StorageFormat format)
    {
        format.Round(value, out var outcome);
        return outcome is RoundingOutcome.Saturated or RoundingOutcome.Overflowed;
    }

    private static VectorSet? Compile(
        RoundedNetwork rounded,
        ExactSolution solution,
        long seed,
        bool roundBetweenLayers,
        CancellationToken cancellationToken,
        out string? fault
    )
    {
        var activations = rounded.Formats.Activations;
        var layers = rounded.Network.Layers;
        fault = solution
            .Items.Select(item => CertificateOfItems.InputObstacle(item.Inputs, activations))
            .FirstOrDefault(obstacle => obstacle is not null);
        if (fault is not null)
        {
            fault += "; round the inputs first";
            return null;
        }

        var layerOutputs = layers.Select(_ => new List<EquatableArray<Dyadic>>()).ToArray();
        var bounds = new List<EquatableArray<double>>();
        var collector = new CertificateOfItems(rounded, roundBetweenLayers);
        foreach (var item in solution.Items)
        {
            var bound = new MixedRoundingBound(rounded.Formats, item.Inputs);
            var index = 0;
            LayerTrace? last = null;
            collector.Begin(item.Inputs);
            foreach (
                var trace in MixedEvaluator.Trace(rounded.Network, item.Inputs, roundBetweenLayers ? activations : null, cancellationToken)
            )
            {
                collector.Follow(trace);
                bound.Follow(last = trace);
                if (++index == layers.Count || roundBetweenLayers)
                    layerOutputs[index - 1].Add(new(trace.Classes.NeuronsOf(Array.ConvertAll(trace.Values.Outputs, activations.Round))));
            }

            // The closed form is the expected result; evaluation only guards it.
            if (item.Outputs.Count > 0 && !item.Outputs.Equals(last!.Outputs))
                throw new InvalidOperationException($"Item '{item.Label}' contradicts its closed form.");
            var expected = layerOutputs[index - 1][layerOutputs[index - 1].Count - 1];
            if (Array.Exists(last!.Values.Outputs, value => IsBeyond(value, activations)))
            {
                fault = $"an output of item '{item.Label}' lies beyond the {activations} range; scale the network or use a wider format";
                return null;
            }

            bounds.Add(new EquatableArray<double>(bound.Against(expected)));
        }

        var certificate = collector.Result();
        return new VectorSet(
            solution.Network.Name,
            solution.Family,
            seed,
            rounded.Formats,
            new(
                layers
                    .Select(
                        (layer, i) =>
                            new VectorLayer(
                                layer,
                                VectorCertificate.Of(certificate.Layers[i]),
                                roundBetweenLayers ? new(layerOutputs[i].ToArray()) : null
                            )
                    )
                    .ToArray()
            ),
            new(solution.Items.Select(item => item.Inputs).ToArray()),
            new(layerOutputs[layers.Count - 1].ToArray())
        )
        {
            Bounds = certificate.IsCertified ? null : new(bounds.ToArray()),
            RoundBetweenLayers = roundBetweenLayers,
            Rounding = rounded.Text,
            Labels = new(solution.Items.Select(item => item.Label).ToArray()),
        };
    }
}
