using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Edges;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Networks.Kinds;

/// <summary>One layer with its edges written in the attribute.</summary>
/// <param name="Attribute">Which of the attributes that declare layers.</param>
/// <param name="Epilogue">Epilogue of the layer.</param>
/// <param name="Repeat">How often.</param>
/// <param name="Outputs">Number of outputs; null where not given.</param>
/// <param name="Edges">Text of the edges.</param>
internal sealed record ExplicitLayerDeclaration(int Attribute, EpilogueDeclaration Epilogue, int Repeat, int? Outputs, string Edges)
    : LayersDeclaration(Attribute, Epilogue, Repeat)
{
    /// <inheritdoc/>
    public override LayerKind Kind => LayerKinds.Layer;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Files => [];

    internal override bool NeedsWidth => true;

    internal override bool HasOneWidth => true;

    internal override bool HasText => true;

    internal override DeclarationPlace Weights => At(nameof(Edges));

    internal override SidePlaces? Sides => new(Weights, Weights);

    private EquatableArray<InlineEdge> Written =>
        InlineEdgesReader.Read(Edges) is InlineEdgesResult.Success read ? read.Edges : EquatableArray<InlineEdge>.Empty;

    internal override int CountLayers(int inputs) => 1;

    internal override ProblemPlace PlaceOf(RawLayer layer, int edge)
    {
        var weight = layer.Weights![edge];
        return Written.Where(written => written.Weight == weight).Select(PlaceOf).FirstOrDefault() ?? (ProblemPlace)Weights;
    }

    internal override IEnumerable<WrittenNumbers> WrittenWeights(IInputFiles files, CancellationToken cancellationToken)
    {
        if (InlineEdgesReader.Read(Edges) is InlineEdgesResult.Success { Edges: var edges })
            yield return new(nameof(Edges), this, edges.Count, i => edges[i].Weight, i => PlaceOf(edges[i]));
    }

    internal override IEnumerable<ZeroWeights> WrittenZeros(IInputFiles files) =>
        Written
            .Where(edge => edge.Weight is { Nearest: 0, Residue: 0 })
            .Select(edge => new ZeroWeights(
                PlaceOf(edge),
                FormattableString.Invariant($"The edge from input {edge.Input} to output {edge.Output} has"),
                "is",
                "it"
            ));

    internal override ProblemRemedy? WithOutputs(int outputs) =>
        Written.All(edge => edge.Output < outputs) ? Remedies.Set(At(nameof(Outputs)), outputs) : null;

    internal override ProblemRemedy? WithInputs(int inputs) => null;

    private protected override IReadOnlyList<RawLayer>? Layers(LayerContext context, int? width)
    {
        if (context.Width(this, width) is not { } inputs)
            return null;
        if (Outputs is not { } outputs)
            return context.FailWith(
                [Needed()],
                ProblemKinds.InvalidSize,
                At(null),
                nameof(Outputs),
                "not given",
                "write Outputs = the number of output neurons"
            );
        if (!context.Size(this, nameof(Outputs), outputs))
            return null;
        var pattern = ExplicitEdges.Build(this, inputs, outputs, context, out var values);
        return pattern is not null && context.Charge(this, pattern.EntryCount)
            ? Repeated(() => context.Layer(this, pattern, values))
            : null;
    }

    // As many outputs as the written edges need; null where none are written.
    private ProblemRemedy? Needed() =>
        Written is { Count: > 0 } edges ? Remedies.Set(At(nameof(Outputs)), edges.Max(edge => edge.Output) + 1) : null;

    private InlineTextPlace PlaceOf(InlineEdge edge) => new(Weights, edge.Offset, edge.Length);
}

/// <remarks>The row of <see cref="ExplicitLayerDeclaration"/>.</remarks>
internal static partial class LayerKinds
{
    /// <summary>[Layer].</summary>
    public static readonly LayerKind Layer = new(
        "Layer",
        (position, a) => new ExplicitLayerDeclaration(position, a.Epilogue(), a.Repeat, a.Integer("Outputs"), a.Text("Edges") ?? "")
    );
}
