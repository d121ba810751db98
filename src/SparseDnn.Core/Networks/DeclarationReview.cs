using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Edges;
using SparseDnn.Inputs.Weights;
using SparseDnn.Numerics;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Networks;

/// <summary>
/// What of a sound declaration is hardly meant: entries that are no edges, neurons without inputs, inputs that nobody reads. The network is
/// as it is declared all the same.
/// </summary>
/// <remarks>
/// Only what a user wrote edge by edge is judged: a RadiX-Net leaves nothing out, and a random layer leaves out what chance wants. Neurons
/// and inputs are
/// judged in ReLU networks; a graph over another semiring may have sources and sinks.
/// </remarks>
public static class DeclarationReview
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
        var elements = new ElementValues(declaration.Oscillation.Correlate, ElementFormats.Of(declaration.Elements));
        var listsZeros = elements.IsZero(DecimalNumber.Exact(0));
        var first = 0;
        foreach (var group in declaration.Layers)
        {
            if (listsZeros)
                Zeros(group, network, files, problems);
            var once = LayersOf(group);
            Sides(group, network, first, once, problems, cancellationToken);
            first += once * group.Repeat;
        }

        return new EquatableArray<Problem>(problems.ToArray());
    }

    private static int LayersOf(LayersDeclaration group) =>
        group switch
        {
            WeightFilesDeclaration set => FileNamePattern.Expand(set.Pattern, out _)?.Length ?? 0,
            RadixNetDeclaration net => net.Radices.Count,
            _ => 1,
        };

    private static void Zeros(LayersDeclaration group, Network network, IInputFiles files, List<Problem> problems)
    {
        var semiring = network.Layers[0].Semirings.Correlate.Name;
        switch (group)
        {
            case ExplicitLayerDeclaration layer when InlineEdgesReader.Read(layer.Edges) is InlineEdgesResult.Success read:
                foreach (var edge in read.Edges)
                    if (edge.Weight.IsZero)
                        Add(
                            new InlineTextPlace(layer.Attribute, "Edges", edge.Offset, edge.Length),
                            FormattableString.Invariant($"The edge from input {edge.Input} to output {edge.Output} has"),
                            "is",
                            "it"
                        );
                break;
            case WeightFilesDeclaration set:
                foreach (var name in FileNamePattern.Expand(set.Pattern, out _) ?? [])
                    if (files.Find(WeightFormats.Kind, name).Value?.Zeros is { } zeros)
                        Add(
                            zeros.First,
                            zeros.Count == 1
                                ? $"1 entry of '{name}' has"
                                : FormattableString.Invariant($"{zeros.Count} entries of '{name}', of which this is the first, have"),
                            zeros.Count == 1 ? "is" : "are",
                            zeros.Count == 1 ? "it" : "them"
                        );
                break;
            case RadixNetDeclaration { Weight: 0 } or BandedLayerDeclaration { Weight: 0 }:
                Add(
                    new DeclarationPlace(group.Attribute, "Weight"),
                    $"Every edge of {group.Label} has",
                    "is",
                    "the layer or write another weight"
                );
                break;
        }

        void Add(ProblemPlace place, string what, string verb, string remedy) =>
            problems.Add(Problem.Create(ProblemKinds.ZeroEntry, place, what, semiring, verb, remedy));
    }

    // Repeats have the same edges, and of a group the first layer with a fault is named.
    private static void Sides(
        LayersDeclaration group,
        Network network,
        int first,
        int once,
        List<Problem> problems,
        CancellationToken cancellationToken
    )
    {
        if (group is RandomLayerDeclaration or RadixNetDeclaration)
            return;
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
                lonely = Found(ProblemKinds.NeuronWithoutInputs, neurons, layer.Outputs, "neuron", i, "has", "have");
            if (Where(layer.Inputs, Unread(layer)) is { Length: > 0 } inputs && withUnread++ == 0)
                unread = Found(ProblemKinds.UnreadInput, inputs, layer.Inputs, "input", i, "is", "are");
        }

        if (lonely is not null)
            problems.Add(Counted(lonely, withoutInputs));
        if (unread is not null)
            problems.Add(Counted(unread, withUnread));

        Problem Found(ProblemKind kind, int[] found, int all, string what, int layer, string singular, string plural) =>
            Problem.Create(
                kind,
                Place(group, kind),
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

    private static DeclarationPlace Place(LayersDeclaration group, ProblemKind kind) =>
        new(
            group.Attribute,
            group switch
            {
                ExplicitLayerDeclaration => "Edges",
                WeightFilesDeclaration => "pattern",
                _ => kind == ProblemKinds.NeuronWithoutInputs ? "Outputs" : null,
            }
        );

    private static Func<int, bool> Unread(Layer layer)
    {
        var isRead = new bool[layer.Inputs];
        foreach (var input in layer.Edges.Columns)
            isRead[input] = true;
        return input => !isRead[input];
    }

    private static int[] Where(int count, Func<int, bool> holds) => Enumerable.Range(0, count).Where(holds).ToArray();
}
