using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra.Elements;
using SparseDnn.Inputs;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Networks.Kinds;
using SparseDnn.Numerics;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Compiler.Findings;

/// <summary>
/// What of a sound declaration is hardly meant: entries that are no edges, neurons without inputs, inputs that nobody reads. The network is
/// as it is declared all the same.
/// </summary>
/// <remarks>
/// Only what a user wrote edge by edge is judged: a RadiX-Net leaves nothing out, and a random layer leaves out what chance wants. Neurons
/// and inputs are
/// judged in ReLU networks; a graph over another semiring may have sources and sinks.
/// </remarks>
internal static class DeclarationReview
{
    private const int Named = 4;

    /// <summary>Reviews a network.</summary>
    /// <param name="declaration">Its declaration.</param>
    /// <param name="network">What was built from it.</param>
    /// <param name="files">Finds the weights files that it was built from.</param>
    /// <param name="cancellationToken">Checked for every layer.</param>
    /// <returns>Findings that are no errors, in the order of the declaration.</returns>
    public static EquatableArray<Problem> Of(
        NetworkDeclaration declaration,
        Network network,
        IInputFiles files,
        CancellationToken cancellationToken = default
    )
    {
        var problems = new List<Problem>();
        var elements = new ElementValues(declaration.Oscillation.Correlate, NumberTypes.Of(declaration.Elements));
        var listsZeros = elements.IsZero(DecimalNumber.Exact(0));
        var first = 0;
        foreach (var group in declaration.Layers)
        {
            if (listsZeros)
                problems.AddRange(group.WrittenZeros(files).Select(zeros => Zero(zeros, network)));
            var once = group.CountLayers(network.Layers[first].Inputs);
            if (group.Sides is { } places)
                Sides(group, places, network, first, once, problems, cancellationToken);
            first += once * group.Repeat;
        }

        return new EquatableArray<Problem>(problems.ToArray());
    }

    private static Problem Zero(ZeroWeights zeros, Network network) =>
        Problem.Create(
            ProblemKinds.ZeroEntry,
            zeros.Place,
            zeros.What,
            network.Layers[0].Semirings.Correlate.Name,
            zeros.Verb,
            zeros.Remedy
        );

    // Repeats have the same edges, and of a group the first layer with a fault is named.
    private static void Sides(
        LayersDeclaration group,
        SidePlaces places,
        Network network,
        int first,
        int once,
        List<Problem> problems,
        CancellationToken cancellationToken
    )
    {
        int withoutInputs = 0,
            withUnread = 0;
        Problem? lonely = null,
            unread = null;
        for (var i = first; i < first + once; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var layer = network.Layers[i];
            if (!layer.Semirings.IsReLU || layer.Edges.EntryCount == 0)
                continue;
            // Who writes the mode knows that there are absent sums.
            if (
                !group.Epilogue.IsBiasModeGiven
                && Where(layer.Outputs, neuron => layer.Edges.Row(neuron).IsEmpty) is { Length: > 0 } neurons
                && withoutInputs++ == 0
            )
                lonely = Found(ProblemKinds.NeuronWithoutInputs, places.WithoutInputs, neurons, layer.Outputs, "neuron", i, "has", "have");
            if (Where(layer.Inputs, Unread(layer)) is { Length: > 0 } inputs && withUnread++ == 0)
                unread = Found(ProblemKinds.UnreadInput, places.Unread, inputs, layer.Inputs, "input", i, "is", "are");
        }

        if (lonely is not null)
            problems.Add(Counted(lonely, withoutInputs));
        if (unread is not null)
            problems.Add(Counted(unread, withUnread));

        Problem Found(
            ProblemKind kind,
            DeclarationPlace place,
            int[] found,
            int all,
            string what,
            int layer,
            string singular,
            string plural
        ) =>
            Problem.Create(
                kind,
                place,
                FormattableString.Invariant(
                    $"{found.Length} of the {all} {what}s of layer {layer + 1} {(found.Length == 1 ? singular : plural)}"
                ),
                string.Join(", ", found.Take(Named)) + (found.Length > Named ? ", …" : "")
            );
    }

    private static Problem Counted(Problem problem, int layers) =>
        layers == 1
            ? problem
            : problem with
            {
                Arguments = new([
                    problem.Arguments[0],
                    FormattableString.Invariant(
                        $"{problem.Arguments[1]}; likewise in {layers - 1} more layer{(layers == 2 ? "" : "s")} of this attribute"
                    ),
                ]),
            };

    private static Func<int, bool> Unread(Layer layer)
    {
        var isRead = new bool[layer.Inputs];
        foreach (var input in layer.Edges.Columns)
            isRead[input] = true;
        return input => !isRead[input];
    }

    private static int[] Where(int count, Func<int, bool> holds) => Enumerable.Range(0, count).Where(holds).ToArray();
}
