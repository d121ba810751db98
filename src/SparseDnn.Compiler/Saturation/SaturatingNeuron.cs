using System.Collections.Generic;
using System.Linq;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Compiler.Saturation;

/// <summary>One neuron for one item, as exact arithmetic and as a saturating accumulator forms its sum.</summary>
/// <param name="layer">The layer in its formats.</param>
/// <param name="neuron">0-based neuron.</param>
/// <param name="inputs">The layer's inputs: values of the activation format.</param>
/// <param name="formats">The formats; a fixed-point accumulator.</param>
internal sealed class SaturatingNeuron(DyadicLayer layer, int neuron, IReadOnlyList<Dyadic> inputs, FormatTriple formats)
{
    /// <summary>
    /// The finding, its layer and item still to be named; null where nothing saturates, or where activation, ceiling and the activation
    /// format give the right output all the same.
    /// </summary>
    /// <remarks>
    /// The order that has all positive terms first ends lowest of all orders, the one that has all negative terms first ends highest
    /// (what is cut off above is most, what is cut off below is least), so where these two give the right output every order does.
    /// </remarks>
    public SaturatedSum? Find()
    {
        var columns = layer.Edges.Row(neuron).ToArray();
        var start = layer.Edges.RowStarts[neuron];
        var terms = columns.Select((input, i) => layer.Weights[start + i] * inputs[input]).ToArray();
        var held = Accumulate(terms, out var saturates);
        if (!saturates)
            return null;
        var (sum, extreme, last) = Exact(terms);
        var wanted = Output(sum);
        if (
            Output(Accumulate(terms.OrderBy(term => term.Sign < 0), out _)) == wanted
            && Output(Accumulate(terms.OrderBy(term => term.Sign > 0), out _)) == wanted
        )
            return null;
        if (IsBeyond(sum))
            return new(0, neuron, "", EquatableArray<Dyadic>.Empty, sum, null, sum, held);
        return IsBeyond(extreme) ? new(0, neuron, "", EquatableArray<Dyadic>.Empty, sum, columns[last], extreme, held) : null;
    }

    // The whole sum with its bias, and the partial sum without it that is furthest beyond the range.
    private (Dyadic Sum, Dyadic Extreme, int Last) Exact(Dyadic[] terms)
    {
        Dyadic sum = default,
            extreme = default;
        var last = 0;
        for (var i = 0; i < terms.Length; i++)
        {
            sum += terms[i];
            if (Excess(sum) > Excess(extreme))
                (extreme, last) = (sum, i);
        }

        return (layer.AddsBias(sum) ? sum + layer.Biases[neuron] : sum, extreme, last);
    }

    private Dyadic Accumulate(IEnumerable<Dyadic> terms, out bool saturates)
    {
        var held = Dyadic.Zero;
        saturates = false;
        foreach (var term in terms)
            Add(term, ref saturates);
        if (layer.AddsBias(held))
            Add(layer.Biases[neuron], ref saturates);
        return held;

        void Add(Dyadic term, ref bool isBeyond)
        {
            held = formats.Accumulator.Round(held + term, out var outcome);
            isBeyond |= outcome == RoundingOutcome.Saturated;
        }
    }

    private Dyadic Output(Dyadic sum) => formats.Activations.Round(layer.Select(sum));

    private bool IsBeyond(Dyadic sum) => Excess(sum).Sign > 0;

    // Below 0 within the range.
    private Dyadic Excess(Dyadic sum) => Dyadic.Max(sum - formats.Accumulator.MaxFinite, formats.Accumulator.MinFinite - sum);
}
