using System.Collections.Generic;
using System.Threading;
using SparseDnn.Inputs;
using SparseDnn.Problems;
using SparseDnn.Topologies;

namespace SparseDnn.Networks.Kinds;

/// <summary>Banded layers of one weight.</summary>
/// <param name="Attribute">Which of the attributes that declare layers.</param>
/// <param name="Epilogue">Epilogue of every layer.</param>
/// <param name="Repeat">How often.</param>
/// <param name="Outputs">Number of outputs; null for as many as inputs.</param>
/// <param name="LowerBandwidth">How many inputs before its own position an output sees.</param>
/// <param name="UpperBandwidth">How many after.</param>
/// <param name="Weight">Weight of every edge; null for One.</param>
internal sealed record BandedLayerDeclaration(
    int Attribute,
    EpilogueDeclaration Epilogue,
    int Repeat,
    int? Outputs,
    int LowerBandwidth,
    int UpperBandwidth,
    double? Weight
) : LayersDeclaration(Attribute, Epilogue, Repeat)
{
    /// <inheritdoc/>
    public override LayerKind Kind => LayerKinds.BandedLayer;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Files => [];

    internal override bool NeedsWidth => true;

    internal override bool HasOneWidth => true;

    internal override bool HasText => false;

    internal override DeclarationPlace Weights => At(ConstantWeight.Argument);

    internal override SidePlaces? Sides => new(At(nameof(Outputs)), At(null));

    internal override int CountLayers(int inputs) => 1;

    internal override ProblemPlace PlaceOf(RawLayer layer, int edge) => Weights;

    internal override IEnumerable<WrittenNumbers> WrittenWeights(IInputFiles files, CancellationToken cancellationToken) =>
        ConstantWeight.Written(this, Weight);

    internal override IEnumerable<ZeroWeights> WrittenZeros(IInputFiles files) => ConstantWeight.Zeros(this, Weight);

    internal override ProblemRemedy? WithOutputs(int outputs) => Remedies.Set(At(nameof(Outputs)), outputs);

    internal override ProblemRemedy? WithInputs(int inputs) => null;

    private protected override IReadOnlyList<RawLayer>? Layers(LayerContext context, int? width)
    {
        if (context.Width(this, width) is not { } inputs)
            return null;
        var outputs = Outputs ?? inputs;
        if (
            !context.Size(this, nameof(Outputs), outputs)
            || !context.NotNegative(this, nameof(LowerBandwidth), LowerBandwidth)
            || !context.NotNegative(this, nameof(UpperBandwidth), UpperBandwidth)
            || !context.SquareWhereRepeated(this, inputs, outputs)
            || !ConstantWeight.Check(this, Weight, context)
            || !context.Charge(this, BandedTopology.CountEdges(inputs, outputs, LowerBandwidth, UpperBandwidth))
        )
            return null;
        var pattern = BandedTopology.Layer(inputs, outputs, LowerBandwidth, UpperBandwidth, context.CancellationToken);
        return Repeated(() => context.Layer(this, pattern, ConstantWeight.Values(Weight, pattern)));
    }
}

/// <remarks>The row of <see cref="BandedLayerDeclaration"/>.</remarks>
internal static partial class LayerKinds
{
    /// <summary>[BandedLayer].</summary>
    public static readonly LayerKind BandedLayer = new(
        "BandedLayer",
        (position, a) =>
            new BandedLayerDeclaration(
                position,
                a.Epilogue(),
                a.Repeat,
                a.Integer("Outputs"),
                a.Integer("LowerBandwidth") ?? 0,
                a.Integer("UpperBandwidth") ?? 0,
                a.Double("Weight")
            )
    );
}
