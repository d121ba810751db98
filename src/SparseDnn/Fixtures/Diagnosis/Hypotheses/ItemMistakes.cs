using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Fixtures.Diagnosis.Observations;
using SparseDnn.Numerics;
using SparseDnn.Primitives;

namespace SparseDnn.Fixtures.Diagnosis.Hypotheses;

/// <summary>Right results at the wrong items, and layouts of a batch that are mistaken.</summary>
internal static class ItemMistakes
{
    public static IEnumerable<Hypothesis> Hypotheses(Evidence evidence)
    {
        var (batch, count) = (evidence.Observed.Batch, evidence.Observed.Items.Count);
        yield return Moved("each item has the outputs of the item before it (stale results)", position => position - 1);
        yield return Moved("each item has the outputs of the item after it", position => position + 1);
        if (batch > 1)
        {
            yield return Moved("neighbouring items of a batch are swapped", position => Within(position, (position % batch) ^ 1));
            yield return Moved(
                "the items of a batch are in reverse order",
                position => Within(position, Size(position) - 1 - (position % batch))
            );
            yield return Moved("every item of a batch has the outputs of the first one", position => Within(position, 0));
            yield return new Hypothesis(
                "the outputs of a batch are stored neuron by neuron instead of item by item",
                position => Enumerable.Range(0, evidence.Outputs).Select(output => Output(position, output)).ToArray()
            );
            if (evidence.Network is { } network)
                yield return new Hypothesis(
                    "the inputs of a batch are read neuron by neuron instead of item by item",
                    position => Hypothesis.Claims(evidence.Evaluate(network, Scattered(position)))
                );
        }

        int Start(int position) => position / batch * batch;
        int Size(int position) => Math.Min(batch, count - Start(position));
        int Within(int position, int index) => index < Size(position) ? Start(position) + index : position;
        Hypothesis Moved(string sentence, Func<int, int> source) =>
            new(
                sentence,
                position =>
                    source(position) is var from && from >= 0 && from < count
                        ? evidence.Expected(from).Select(value => Claim.Of(value)).ToArray()
                        : null
            );
        Claim Output(int position, int output)
        {
            var flat = ((position % batch) * evidence.Outputs) + output;
            return Claim.Of(evidence.Expected(Start(position) + (flat % Size(position)))[flat / Size(position)]);
        }

        double[] Scattered(int position)
        {
            var inputs = evidence.Vectors.Inputs[0].Count;
            return Enumerable
                .Range(0, inputs)
                .Select(input => (input * Size(position)) + (position % batch))
                .Select(flat => evidence.Vectors.Inputs[evidence.Item(Start(position) + (flat / inputs))][flat % inputs].ToDouble())
                .ToArray();
        }
    }

    /// <summary>Outputs that are those of other items in no order that has a name.</summary>
    public static IEnumerable<Hypothesis> Mixed(Evidence evidence)
    {
        if (evidence.Outputs < 2)
            yield break;
        var items = evidence.Observed.Items.Distinct().ToArray();
        var sources = new Dictionary<int, int>();
        foreach (var position in evidence.WrongPositions)
        {
            var actual = evidence.Actual(position);
            // Equal outputs, such as zeros, say nothing about where they are from.
            if (actual.Distinct().Count() == 1)
                continue;
            var source = Array.FindIndex(items, item => Same(actual, evidence.Vectors.Outputs[item]));
            if (source >= 0)
                sources[position] = items[source];
        }

        if (sources.Count == 0)
            yield break;
        var first = sources.First();
        yield return new Hypothesis(
            $"items are mixed up: item [{evidence.Item(first.Key)}] has the outputs of item [{first.Value}]",
            position =>
                sources.TryGetValue(position, out var item)
                    ? evidence.Vectors.Outputs[item].Select(value => Claim.Of(value)).ToArray()
                    : null
        );
    }

    private static bool Same(Dyadic?[] actual, EquatableArray<Dyadic> expected)
    {
        for (var i = 0; i < actual.Length; i++)
            if (actual[i] != expected[i])
                return false;
        return true;
    }
}
