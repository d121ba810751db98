using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Compiler.Saturation;

/// <summary>
/// Looks at items one by one for sums that leave the range of a fixed-point accumulator, and remembers the gravest, and what all sums
/// together need.
/// </summary>
/// <param name="rounded">A plus-times network in its formats.</param>
/// <param name="cancellationToken">Checked for every layer.</param>
internal sealed class SaturationSearch(RoundedNetwork rounded, CancellationToken cancellationToken)
{
    // Neurons are added up term by term only where some order might saturate; about a second.
    private const int MostTerms = 1 << 21;

    private readonly StorageFormat _accumulator = rounded.Formats.Accumulator;
    private int _terms;

    /// <summary>
    /// The gravest so far: a whole sum before a partial one, an early layer before a late one, then the furthest beyond the range.
    /// </summary>
    public SaturatedSum? Found { get; private set; }

    /// <summary>How many items saturate.</summary>
    public int Items { get; private set; }

    /// <summary>The greatest sum that the positive terms of a neuron have for an item: no partial sum in any order is above it.</summary>
    public Dyadic Greatest { get; private set; }

    /// <summary>The least sum that the negative terms of a neuron have for an item.</summary>
    public Dyadic Least { get; private set; }

    /// <summary>Looks at an item.</summary>
    /// <param name="item">Values of the activation format.</param>
    /// <param name="name">The item in words.</param>
    public void Look(EquatableArray<Dyadic> item, string name)
    {
        var index = 0;
        SaturatedSum? found = null;
        foreach (var trace in MixedEvaluator.Trace(rounded.Network, item, rounded.Formats.Activations, cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            // What follows a saturated sum is not what an implementation has.
            var doubtful = Doubtful(trace);
            found ??= InLayer(trace, doubtful) is { } one ? one with { Layer = index, Item = name, Inputs = item } : null;
            index++;
            if (Array.Exists(trace.Values.Carried, value => !value.IsFinite))
                break;
        }

        if (found is null)
            return;
        Items++;
        Add(found);
    }

    /// <summary>Takes what was found about one neuron of the first layer.</summary>
    /// <param name="neuron">0-based neuron.</param>
    /// <param name="item">Values of the activation format.</param>
    /// <param name="name">Names the item where something is found.</param>
    public void LookAtFirstLayer(int neuron, Dyadic[] item, Func<string> name)
    {
        if (Neuron(rounded.Network.Layers[0], neuron, item) is { } found)
            Add(found with { Item = name(), Inputs = new(item) });
    }

    private void Add(SaturatedSum found)
    {
        if (Found is null || Rank(found).CompareTo(Rank(Found)) < 0)
            Found = found;
    }

    private (int, int, Dyadic) Rank(SaturatedSum sum) => (sum.UpTo is null ? 0 : 1, sum.Layer, -sum.Excess(_accumulator));

    // Classes of which some order of terms might saturate. With M the sum of magnitudes and S the sum, positive terms add up to (M + S) /
    // 2.
    private List<int> Doubtful(LayerTrace trace)
    {
        var doubtful = new List<int>();
        for (var i = 0; i < trace.Terms.Length; i++)
        {
            var (magnitude, sum) = (trace.Terms[i].SumOfMagnitudes, trace.Values.Biased[i]);
            var (positive, negative) = ((magnitude + sum).ScaleByPowerOfTwo(-1), (sum - magnitude).ScaleByPowerOfTwo(-1));
            (Greatest, Least) = (Dyadic.Max(Greatest, positive), Dyadic.Min(Least, negative));
            if (positive > _accumulator.MaxFinite || negative < _accumulator.MinFinite)
                doubtful.Add(i);
        }

        return doubtful;
    }

    private SaturatedSum? InLayer(LayerTrace trace, List<int> doubtful)
    {
        if (doubtful.Count == 0)
            return null;
        var inputs = trace.Inputs.ToArray();
        var whole = doubtful
            .Select(one => (Class: one, Excess: Excess(trace.Values.Biased[one])))
            .Where(one => one.Excess.Sign > 0)
            .OrderByDescending(one => one.Excess);
        foreach (var (one, _) in whole)
            if (Neuron(trace.Layer, trace.Classes.FirstNeurons[one], inputs) is { } found)
                return found;
        if (Found is { UpTo: null })
            return null;
        // Neurons of one class may have their terms in different orders.
        var classes = new HashSet<int>(doubtful);
        for (var neuron = 0; neuron < trace.Layer.Outputs; neuron++)
            if (classes.Contains(trace.Classes.ClassOf[neuron]) && Neuron(trace.Layer, neuron, inputs) is { } found)
                return found;
        return null;
    }

    private SaturatedSum? Neuron(DyadicLayer layer, int neuron, IReadOnlyList<Dyadic> inputs)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _terms += layer.Edges.Row(neuron).Length;
        return _terms > MostTerms ? null : new SaturatingNeuron(layer, neuron, inputs, rounded.Formats).Find();
    }

    private Dyadic Excess(Dyadic sum) => Dyadic.Max(sum - _accumulator.MaxFinite, _accumulator.MinFinite - sum);
}
