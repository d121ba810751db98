using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using SparseDnn.Compiler.Precision;
using SparseDnn.Exact.Networks;
using SparseDnn.Exact.Rounding;
using SparseDnn.Numerics;

namespace SparseDnn.Compiler.Saturation;

/// <summary>
/// Items of a declared range that are likely to saturate an accumulator; what is found with one is proved by exact arithmetic.
/// </summary>
/// <param name="rounded">A plus-times network in its formats.</param>
/// <param name="inputs">The least and the greatest value of the activation format that each input can have.</param>
/// <param name="cancellationToken">Checked for every neuron.</param>
internal sealed class SaturatingRange(
    RoundedNetwork rounded,
    IReadOnlyList<(Dyadic Low, Dyadic High)> inputs,
    CancellationToken cancellationToken
)
{
    private const int MostNeurons = 3; // of a later layer, whose worst inputs are sought
    private const int MostListed = 4;

    private readonly StorageFormat _accumulator = rounded.Formats.Accumulator;
    private readonly DyadicNetwork _network = rounded.Network;

    /// <summary>Everything that partial sums in any order can be, one interval a neuron of each layer.</summary>
    public IReadOnlyList<Interval[]> Reach { get; } =
        SumReach
            .Follow(
                rounded,
                inputs.Select(range => SumReach.Enclose(range.Low).Hull(SumReach.Enclose(range.High))).ToArray(),
                cancellationToken
            )
            .ToArray();

    /// <summary>Looks at items that are likely to saturate, where any can.</summary>
    /// <param name="search">Judges them.</param>
    public void Search(SaturationSearch search)
    {
        var doubtful = Enumerable.Range(0, Reach.Count).Where(layer => Array.Exists(Reach[layer], IsBeyond)).ToArray();
        if (doubtful.Length == 0)
            return;
        if (doubtful[0] == 0)
            FirstLayer(search);
        if (search.Found is not null)
            return;
        foreach (var (item, name) in Ends())
            search.Look(new(item), name);
        foreach (var layer in doubtful.Where(layer => layer > 0).Take(2))
        {
            var neurons = Enumerable
                .Range(0, Reach[layer].Length)
                .Where(neuron => IsBeyond(Reach[layer][neuron]))
                .OrderByDescending(neuron => Reach[layer][neuron].Magnitude)
                .Take(MostNeurons);
            foreach (var neuron in neurons)
                for (var sign = 1; sign >= -1; sign -= 2)
                    search.Look(
                        new(Along(layer, neuron, sign)),
                        "inputs at the ends of their ranges, by the signs of the paths that lead there"
                    );
        }
    }

    // For each neuron the items that take its sum, and its furthest partial sum, to either end.
    private void FirstLayer(SaturationSearch search)
    {
        var layer = _network.Layers[0];
        for (var neuron = 0; neuron < layer.Outputs; neuron++)
        {
            if (!IsBeyond(Reach[0][neuron]))
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            for (var sign = 1; sign >= -1; sign -= 2)
            {
                foreach (var turn in new[] { int.MaxValue, FurthestPart(layer, neuron, sign) }.Distinct())
                {
                    var item = Pulled(layer, neuron, sign, turn);
                    search.LookAtFirstLayer(neuron, item, () => Named(layer, neuron, item));
                }
            }
        }
    }

    // The terms before a turn pulled one way, those from there on the other way.
    private Dyadic[] Pulled(DyadicLayer layer, int neuron, int sign, int turn)
    {
        var item = Array.ConvertAll(inputs.ToArray(), range => range.High);
        var (start, place) = (layer.Edges.RowStarts[neuron], 0);
        foreach (var input in layer.Edges.Row(neuron))
        {
            item[input] = Pull(layer.Weights[start + place], inputs[input], place < turn ? sign : -sign);
            place++;
        }

        return item;
    }

    // After how many terms the partial sum can be furthest in a direction.
    private int FurthestPart(DyadicLayer layer, int neuron, int sign)
    {
        var (sum, furthest, place, turn) = (Dyadic.Zero, Dyadic.Zero, 0, int.MaxValue);
        foreach (var input in layer.Edges.Row(neuron))
        {
            var weight = layer.Weights[layer.Edges.RowStarts[neuron] + place++];
            var term = weight * Pull(weight, inputs[input], sign);
            sum += sign > 0 ? term : -term;
            if (sum >= furthest && !term.IsZero)
                (furthest, turn) = (sum, place);
        }

        return turn;
    }

    private static Dyadic Pull(Dyadic weight, (Dyadic Low, Dyadic High) range, int sign) =>
        weight.Sign * sign >= 0 ? range.High : range.Low;

    private IEnumerable<(Dyadic[] Item, string Name)> Ends()
    {
        var isOne = inputs.All(range => range == inputs[0]);
        yield return (
            inputs.Select(range => range.High).ToArray(),
            isOne ? $"all inputs {NumberText.Of(inputs[0].High)}" : "all inputs at their greatest"
        );
        yield return (
            inputs.Select(range => range.Low).ToArray(),
            isOne ? $"all inputs {NumberText.Of(inputs[0].Low)}" : "all inputs at their least"
        );
    }

    // How much each input adds, ReLU left aside, to a neuron.
    private Dyadic[] Along(int depth, int neuron, int sign)
    {
        var influence = new double[_network.Layers[depth].Outputs];
        influence[neuron] = sign;
        for (var i = depth; i >= 0; i--)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var layer = _network.Layers[i];
            var before = new double[layer.Inputs];
            for (int to = 0, edge = 0; to < layer.Outputs; to++)
            {
                foreach (var input in layer.Edges.Row(to))
                {
                    if (influence[to] != 0)
                        before[input] += influence[to] * layer.Weights[edge].ToDouble();
                    edge++;
                }
            }

            var most = before.Max(Math.Abs);
            // Signs matter, sizes must stay finite.
            influence = most > 0 && !double.IsInfinity(most) ? Array.ConvertAll(before, value => value / most) : before;
        }

        return inputs.Select((range, i) => influence[i] >= 0 ? range.High : range.Low).ToArray();
    }

    private bool IsBeyond(Interval reach) =>
        Dyadic.FromDouble(reach.High) > _accumulator.MaxFinite || Dyadic.FromDouble(reach.Low) < _accumulator.MinFinite;

    private static string Named(DyadicLayer layer, int neuron, Dyadic[] item)
    {
        if (Array.TrueForAll(item, value => value == item[0]))
            return $"all inputs {NumberText.Of(item[0])}";
        var read = layer.Edges.Row(neuron).ToArray();
        return string.Join(
                ", ",
                read.Take(MostListed)
                    .Select(input => string.Format(CultureInfo.InvariantCulture, "input {0} = {1}", input, NumberText.Of(item[input])))
            ) + (read.Length > MostListed ? string.Format(CultureInfo.InvariantCulture, " and {0} more", read.Length - MostListed) : "");
    }
}
