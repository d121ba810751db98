using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Inputs;
using SparseDnn.Numerics;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Topologies;

namespace SparseDnn.Networks.Kinds;

/// <summary>Stages of a block butterfly, one layer each, of one weight or of drawn ones.</summary>
/// <param name="Attribute">Which of the attributes that declare layers.</param>
/// <param name="Epilogue">Epilogue of every layer.</param>
/// <param name="Repeat">How often the stages are repeated; every repeat draws its own weights.</param>
/// <param name="Radix">Blocks that a neuron sees.</param>
/// <param name="BlockSize">Neurons of a block.</param>
/// <param name="Stages">Digits in which the blocks seen differ, one a layer; null for all, the lowest first.</param>
/// <param name="Weight">Weight of every edge; null for One.</param>
/// <param name="Seed">Seed of the draws; null where not given.</param>
/// <param name="MinWeight">Least drawn weight; null where not given.</param>
/// <param name="MaxWeight">Bound of the drawn weights; null where not given.</param>
internal sealed record ButterflyLayerDeclaration(
    int Attribute,
    EpilogueDeclaration Epilogue,
    int Repeat,
    int Radix,
    int BlockSize,
    EquatableArray<int>? Stages,
    double? Weight,
    long? Seed,
    double? MinWeight,
    double? MaxWeight
) : LayersDeclaration(Attribute, Epilogue, Repeat)
{
    /// <summary>The radix where none is given.</summary>
    internal const int DefaultRadix = 2;

    /// <summary>The block size where none is given.</summary>
    internal const int DefaultBlockSize = 1;

    /// <inheritdoc/>
    public override LayerKind Kind => LayerKinds.ButterflyLayer;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Files => [];

    internal override bool NeedsWidth => true;

    internal override bool HasOneWidth => true;

    internal override bool HasText => false;

    internal override DeclarationPlace Weights => At(Drawn is null ? ConstantWeight.Argument : null);

    // Every neuron sees as many inputs, and every input is seen as often.
    internal override SidePlaces? Sides => null;

    // Weights are drawn where anything is said of the draws.
    private SeededWeights? Drawn =>
        OfDraws.Any() ? new(MinWeight ?? SeededWeights.DefaultLeast, MaxWeight ?? SeededWeights.DefaultBound) : null;

    private IEnumerable<string> OfDraws
    {
        get
        {
            if (Seed is not null)
                yield return nameof(Seed);
            if (MinWeight is not null)
                yield return SeededWeights.LeastArgument;
            if (MaxWeight is not null)
                yield return SeededWeights.BoundArgument;
        }
    }

    internal override int CountLayers(int inputs) => Stages?.Count ?? Butterfly.CountStages(inputs, Radix, BlockSize) ?? 0;

    internal override ProblemPlace PlaceOf(RawLayer layer, int edge) => Drawn?.PlaceOfLargest(this) ?? Weights;

    internal override IEnumerable<WrittenNumbers> WrittenWeights(IInputFiles files, CancellationToken cancellationToken) =>
        ConstantWeight.Written(this, Weight);

    internal override IEnumerable<ZeroWeights> WrittenZeros(IInputFiles files) => ConstantWeight.Zeros(this, Weight);

    // It has as many outputs as inputs, and takes these from the layer before.
    internal override ProblemRemedy? WithOutputs(int outputs) => null;

    internal override ProblemRemedy? WithInputs(int inputs) => null;

    private protected override IReadOnlyList<RawLayer>? Layers(LayerContext context, int? width)
    {
        if (
            context.Width(this, width) is not { } neurons
            || !AtLeast(context, nameof(Radix), Radix, DefaultRadix)
            || !AtLeast(context, nameof(BlockSize), BlockSize, DefaultBlockSize)
            || CountStages(context, neurons) is not { } count
            || ChosenStages(context, count) is not { } stages
            || !CheckWeights(context)
            || !context.Charge(this, Butterfly.CountEdges(neurons, Radix, BlockSize) * stages.Length, stages.Length)
        )
            return null;
        var patterns = stages.Distinct().ToDictionary(stage => stage, stage => Stage(context, neurons, stage));
        return Enumerable
            .Range(0, Repeat * stages.Length)
            .Select(layer => Layer(context, patterns[stages[layer % stages.Length]], layer))
            .ToArray();
    }

    private CsrPattern Stage(LayerContext context, int neurons, int stage) =>
        Butterfly.Layer(neurons, Radix, BlockSize, stage, context.CancellationToken);

    private RawLayer Layer(LayerContext context, CsrPattern pattern, int layer)
    {
        if (Drawn is not { } drawn)
            return context.Layer(this, pattern, ConstantWeight.Values(Weight, pattern));
        var random = SplitMix64.ForStream(Seed ?? 0, layer);
        return context.Layer(this, pattern, drawn.Draw(pattern.EntryCount, ref random, context));
    }

    private bool AtLeast(LayerContext context, string argument, int value, int least)
    {
        if (value >= least)
            return true;
        context.FailWith(
            [Remedies.Set(At(argument), least)],
            ProblemKinds.InvalidSize,
            At(argument),
            argument,
            value,
            $"it is at least {least}"
        );
        return false;
    }

    private int? CountStages(LayerContext context, int neurons)
    {
        if (Butterfly.CountStages(neurons, Radix, BlockSize) is { } stages)
            return stages;
        if (neurons % BlockSize != 0 || neurons == BlockSize)
            context.FailWith(
                [FittingBlockSize(neurons) is { } size ? Remedies.Set(At(nameof(BlockSize)), size) : null],
                ProblemKinds.TopologyDoesNotFit,
                At(nameof(BlockSize)),
                neurons == BlockSize
                    ? $"A BlockSize of {BlockSize} makes one block of the {neurons} inputs, which has no stages; use smaller blocks"
                    : $"The {neurons} inputs are no whole number of blocks of {BlockSize}; write a BlockSize that divides their number"
            );
        else
            context.FailWith(
                [
                    Remedies.Set(At(nameof(Radix)), Butterfly.LeastRadix(neurons / BlockSize)),
                    FittingBlockSize(neurons) is { } size ? Remedies.Set(At(nameof(BlockSize)), size) : null,
                ],
                ProblemKinds.TopologyDoesNotFit,
                At(nameof(Radix)),
                $"The {neurons / BlockSize} blocks of {BlockSize} are no power of Radix, {Radix}; "
                    + "write a Radix of which their number is a power, or another BlockSize"
            );
        return null;
    }

    // The nearest below what is written, otherwise the smallest.
    private int? FittingBlockSize(int neurons)
    {
        var sizes = Butterfly.BlockSizes(neurons, Radix);
        if (sizes.Count == 0)
            return null;
        return sizes.LastOrDefault(size => size <= BlockSize) is > 0 and var below ? below : sizes[0];
    }

    private int[]? ChosenStages(LayerContext context, int count)
    {
        if (Stages is not { } stages)
            return Enumerable.Range(0, count).ToArray();
        var sound = stages.Where(stage => stage >= 0 && stage < count).ToArray();
        if (sound.Length == stages.Count && sound.Length > 0)
            return sound;
        context.FailWith(
            [sound.Length > 0 ? Remedies.Set(At(nameof(Stages)), sound) : null, Remedies.Remove(At(nameof(Stages)))],
            ProblemKinds.TopologyDoesNotFit,
            At(nameof(Stages)),
            stages.Count == 0
                ? $"Stages is empty; write some of the stages 0 to {count - 1}, or leave it out for all"
                : $"Stage {stages.First(stage => stage < 0 || stage >= count)} is none of the stages 0 to {count - 1}; "
                    + "write some of these, or leave Stages out for all"
        );
        return null;
    }

    private bool CheckWeights(LayerContext context)
    {
        if (Weight is null || Drawn is null)
            return Drawn?.Check(this, context) ?? ConstantWeight.Check(this, Weight, context);
        var given = OfDraws.ToArray();
        context.FailWith(
            [Remedies.Remove(At(nameof(Weight))), given.Length == 1 ? Remedies.Remove(At(given[0])) : null],
            ProblemKinds.ConflictingArguments,
            At(nameof(Weight)),
            nameof(Weight),
            given[0],
            "keep one: Weight is the same for every edge; Seed, MinWeight and MaxWeight draw one for each"
        );
        return false;
    }
}

/// <remarks>The row of <see cref="ButterflyLayerDeclaration"/>.</remarks>
internal static partial class LayerKinds
{
    /// <summary>[ButterflyLayer].</summary>
    public static readonly LayerKind ButterflyLayer = new(
        "ButterflyLayer",
        (position, a) =>
            new ButterflyLayerDeclaration(
                position,
                a.Epilogue(),
                a.Repeat,
                a.Integer("Radix") ?? ButterflyLayerDeclaration.DefaultRadix,
                a.Integer("BlockSize") ?? ButterflyLayerDeclaration.DefaultBlockSize,
                a.Integers("Stages"),
                a.Double(ConstantWeight.Argument),
                a.Long("Seed"),
                a.Double(SeededWeights.LeastArgument),
                a.Double(SeededWeights.BoundArgument)
            )
    );
}
