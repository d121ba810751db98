using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Inputs;
using SparseDnn.Numerics;
using SparseDnn.Problems;
using SparseDnn.Topologies;

namespace SparseDnn.Networks.Kinds;

/// <summary>Seeded random layers.</summary>
/// <param name="Attribute">Which of the attributes that declare layers.</param>
/// <param name="Epilogue">Epilogue of every layer.</param>
/// <param name="Repeat">How often; every repeat draws its own edges.</param>
/// <param name="Outputs">Number of outputs; null for as many as inputs.</param>
/// <param name="InDegree">Inputs of every output; null where the density tells.</param>
/// <param name="Density">Share of inputs that every output sees, above 0 and at most 1; null where the in-degree tells.</param>
/// <param name="Seed">Seed of the draws.</param>
/// <param name="MinWeight">Least weight.</param>
/// <param name="MaxWeight">Bound of the weights.</param>
internal sealed record RandomLayerDeclaration(
    int Attribute,
    EpilogueDeclaration Epilogue,
    int Repeat,
    int? Outputs,
    int? InDegree,
    double? Density,
    long Seed,
    double MinWeight,
    double MaxWeight
) : LayersDeclaration(Attribute, Epilogue, Repeat)
{
    /// <inheritdoc/>
    public override LayerKind Kind => LayerKinds.RandomLayer;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Files => [];

    internal override bool NeedsWidth => true;

    internal override bool HasOneWidth => true;

    internal override bool HasText => false;

    internal override DeclarationPlace Weights => At(null);

    // A random layer leaves out what chance wants.
    internal override SidePlaces? Sides => null;

    private SeededWeights Drawn => new(MinWeight, MaxWeight);

    internal override int CountLayers(int inputs) => 1;

    internal override ProblemPlace PlaceOf(RawLayer layer, int edge) => Drawn.PlaceOfLargest(this);

    internal override IEnumerable<WrittenNumbers> WrittenWeights(IInputFiles files, CancellationToken cancellationToken) => [];

    internal override IEnumerable<ZeroWeights> WrittenZeros(IInputFiles files) => [];

    internal override ProblemRemedy? WithOutputs(int outputs) => Remedies.Set(At(nameof(Outputs)), outputs);

    internal override ProblemRemedy? WithInputs(int inputs) => null;

    private protected override IReadOnlyList<RawLayer>? Layers(LayerContext context, int? width)
    {
        if (context.Width(this, width) is not { } inputs)
            return null;
        var outputs = Outputs ?? inputs;
        if (
            !context.Size(this, nameof(Outputs), outputs)
            || !context.SquareWhereRepeated(this, inputs, outputs)
            || Degree(context, inputs) is not { } degree
            || !Drawn.Check(this, context)
            || !context.Charge(this, (long)degree * outputs)
        )
            return null;
        return Enumerable.Range(0, Repeat).Select(repeat => Draw(context, inputs, outputs, degree, repeat)).ToArray();
    }

    private int? Degree(LayerContext context, int inputs)
    {
        if (InDegree is not null && Density is not null)
            context.FailWith(
                [Remedies.Remove(At(nameof(Density))), Remedies.Remove(At(nameof(InDegree)))],
                ProblemKinds.ConflictingArguments,
                At(nameof(Density)),
                nameof(InDegree),
                nameof(Density),
                "keep one of them"
            );
        else if (InDegree is null && Density is null)
            context.Fail(
                ProblemKinds.InvalidSize,
                At(null),
                nameof(InDegree),
                "not given",
                "write InDegree = inputs of each output, or Density = their share"
            );
        else if (Density is { } share && !(share > 0 && share <= 1))
            context.Fail(ProblemKinds.InvalidNumber, At(nameof(Density)), nameof(Density), share, "it is above 0 and at most 1");
        else
            return DegreeInRange(context, inputs);
        return null;
    }

    private int? DegreeInRange(LayerContext context, int inputs)
    {
        var degree = InDegree ?? Math.Max(1, (int)Math.Round(Density!.Value * inputs, MidpointRounding.AwayFromZero));
        if (degree >= 1 && degree <= inputs)
            return degree;
        context.FailWith(
            [InDegree is null ? null : Remedies.Set(At(nameof(InDegree)), Math.Min(Math.Max(degree, 1), inputs))],
            ProblemKinds.InvalidSize,
            At(nameof(InDegree)),
            nameof(InDegree),
            degree,
            $"it is 1 to the number of inputs, {inputs}"
        );
        return null;
    }

    private RawLayer Draw(LayerContext context, int inputs, int outputs, int degree, int repeat)
    {
        var random = SplitMix64.ForStream(Seed, repeat);
        var pattern = RandomTopology.Layer(inputs, outputs, degree, ref random, context.CancellationToken);
        return context.Layer(this, pattern, Drawn.Draw(pattern.EntryCount, ref random, context));
    }
}

/// <remarks>The row of <see cref="RandomLayerDeclaration"/>.</remarks>
internal static partial class LayerKinds
{
    /// <summary>[RandomLayer].</summary>
    public static readonly LayerKind RandomLayer = new(
        "RandomLayer",
        (position, a) =>
            new RandomLayerDeclaration(
                position,
                a.Epilogue(),
                a.Repeat,
                a.Integer("Outputs"),
                a.Integer("InDegree"),
                a.Double("Density"),
                a.Long("Seed") ?? 0,
                a.Double(SeededWeights.LeastArgument) ?? SeededWeights.DefaultLeast,
                a.Double(SeededWeights.BoundArgument) ?? SeededWeights.DefaultBound
            )
    );
}
