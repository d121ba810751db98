using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Inputs;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Topologies;

namespace SparseDnn.Networks.Kinds;

/// <summary>Layers of a RadiX-Net.</summary>
/// <param name="Attribute">Which of the attributes that declare layers.</param>
/// <param name="Epilogue">Epilogue of every layer.</param>
/// <param name="Repeat">Number of nets.</param>
/// <param name="Radices">N₁ … N_k.</param>
/// <param name="Blocks">D for every layer; null where not given.</param>
/// <param name="BlockCounts">D₀ … D_k; null where not given.</param>
/// <param name="PermuteSeed">Seed of the permutations; null for none.</param>
/// <param name="Weight">Weight of every edge; null for One.</param>
internal sealed record RadixNetDeclaration(
    int Attribute,
    EpilogueDeclaration Epilogue,
    int Repeat,
    EquatableArray<int> Radices,
    int? Blocks,
    EquatableArray<int>? BlockCounts,
    long? PermuteSeed,
    double? Weight
) : LayersDeclaration(Attribute, Epilogue, Repeat)
{
    /// <inheritdoc/>
    public override LayerKind Kind => LayerKinds.RadixNet;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Files => [];

    internal override bool NeedsWidth => false;

    internal override bool HasOneWidth => BlockCounts is null;

    internal override bool HasText => false;

    internal override DeclarationPlace Weights => At(ConstantWeight.Argument);

    // A RadiX-Net leaves nothing out.
    internal override SidePlaces? Sides => null;

    internal override int CountLayers(int inputs) => Radices.Count;

    internal override ProblemPlace PlaceOf(RawLayer layer, int edge) => Weights;

    internal override IEnumerable<WrittenNumbers> WrittenWeights(IInputFiles files, CancellationToken cancellationToken) =>
        ConstantWeight.Written(this, Weight);

    internal override IEnumerable<ZeroWeights> WrittenZeros(IInputFiles files) => ConstantWeight.Zeros(this, Weight);

    internal override ProblemRemedy? WithOutputs(int outputs) => null;

    internal override ProblemRemedy? WithInputs(int inputs) =>
        RadicesOf(inputs) is { } radices ? Remedies.Set(At(nameof(Radices)), radices) : null;

    private protected override IReadOnlyList<RawLayer>? Layers(LayerContext context, int? width)
    {
        if (Blocks is not null && BlockCounts is not null)
            return context.FailWith(
                [Remedies.Remove(At(nameof(Blocks))), Remedies.Remove(At(nameof(BlockCounts)))],
                ProblemKinds.ConflictingArguments,
                At(nameof(Blocks)),
                nameof(Blocks),
                nameof(BlockCounts),
                "keep one: Blocks is the same count for all boundaries"
            );
        var blocks = BlocksOf(Radices.Count);
        if (RadixNet.Check(Radices, blocks) is { } fault)
            return context.FailWith(
                [Mended()],
                ProblemKinds.TopologyDoesNotFit,
                At(BlockCounts is null ? nameof(Radices) : nameof(BlockCounts)),
                fault
            );
        var (first, last) = (blocks[0], blocks[blocks.Count - 1]);
        if (Repeat > 1 && first != last)
            return context.Fail(
                ProblemKinds.TopologyDoesNotFit,
                At(nameof(Repeat)),
                $"Repeat is {Repeat} but the net begins with {first} blocks and ends with {last}; make them equal or repeat it once"
            );
        var neurons = Radices.Aggregate(1L, (product, radix) => product * radix);
        var edges = Radices.Select((radix, i) => neurons * radix * blocks[i] * blocks[i + 1]).Sum();
        if (!ConstantWeight.Check(this, Weight, context) || !context.Charge(this, edges, Radices.Count))
            return null;
        return RadixNet
            .Layers(Radices, blocks, Repeat, PermuteSeed, context.CancellationToken)
            .Select(pattern => context.Layer(this, pattern, ConstantWeight.Values(Weight, pattern)))
            .ToArray();
    }

    private IReadOnlyList<int> BlocksOf(int radices) => BlockCounts ?? (IReadOnlyList<int>)Equal(Blocks ?? 1, radices + 1);

    // Without what cannot be: radices of 1, and as many equal block counts as there are boundaries; null where that does not mend it.
    private ProblemRemedy? Mended()
    {
        if (BlockCounts is { } counts)
        {
            var equal = Equal(counts.Count > 0 ? counts[0] : 0, Radices.Count + 1);
            return counts.Count > 0 && counts.All(count => count == counts[0] && count > 0) && RadixNet.Check(Radices, equal) is null
                ? Remedies.Set(At(nameof(BlockCounts)), equal)
                : null;
        }

        var radices = Radices.Where(radix => radix != 1).ToArray();
        return radices.Length < Radices.Count && RadixNet.Check(radices, BlocksOf(radices.Length)) is null
            ? Remedies.Set(At(nameof(Radices)), radices)
            : null;
    }

    // Radices whose net has as many inputs as there are: one changed, the later the better, or as many as equal as can be.
    private int[]? RadicesOf(int inputs)
    {
        var blocks = BlockCounts is { Count: > 0 } counts ? counts[0] : Blocks ?? 1;
        if (blocks < 1 || inputs % blocks != 0)
            return null;
        var size = inputs / blocks;
        for (var i = Radices.Count - 1; i >= 0; i--)
        {
            var others = Radices.Where((_, j) => j != i).Aggregate(1L, (product, radix) => product * radix);
            if (size % others == 0 && size / others >= 2)
                return Fitting(Radices.Select((radix, j) => j == i ? (int)(size / others) : radix).ToArray());
        }

        var parts = new int[Radices.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Divisor(size, parts.Length - i);
            if (parts[i] < 2)
                return null;
            size /= parts[i];
        }

        return Fitting(parts);
    }

    private int[]? Fitting(int[] radices) => RadixNet.Check(radices, BlocksOf(radices.Length)) is null ? radices : null;

    private static int[] Equal(int value, int count) => Enumerable.Repeat(value, count).ToArray();

    // The largest divisor that is at most the root; the last part takes what is left. 0 where there is none of 2 or more.
    private static int Divisor(int size, int parts)
    {
        if (parts == 1)
            return size;
        for (var divisor = Root(size, parts); divisor >= 2; divisor--)
            if (size % divisor == 0)
                return divisor;
        return 0;
    }

#pragma warning disable RS0030 // Rounded to an integer: no root of an integer is as near to a half as the last bits reach.
    private static int Root(int size, int parts) => (int)Math.Round(Math.Pow(size, 1.0 / parts));
#pragma warning restore RS0030
}

/// <remarks>The row of <see cref="RadixNetDeclaration"/>.</remarks>
internal static partial class LayerKinds
{
    /// <summary>[RadixNet].</summary>
    public static readonly LayerKind RadixNet = new(
        "RadixNet",
        (position, a) =>
            new RadixNetDeclaration(
                position,
                a.Epilogue(),
                a.Repeat,
                a.Integers("Radices") ?? EquatableArray<int>.Empty,
                a.Integer("Blocks"),
                a.Integers("BlockCounts"),
                a.Long("PermuteSeed"),
                a.Double("Weight")
            )
    );
}
