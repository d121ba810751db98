using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Inputs;
using SparseDnn.Inputs.Weights;
using SparseDnn.Numerics;
using SparseDnn.Problems;
using SparseDnn.Topologies;

namespace SparseDnn.Networks;

/// <summary>Turns one declared group into its layers; problems are collected, never thrown.</summary>
internal sealed class LayerExpander(
    ElementValues elements,
    IInputFiles files,
    long maxEdges,
    List<Problem> problems,
    CancellationToken cancellationToken
)
{
    /// <summary>Largest number of neurons on one side of a layer.</summary>
    public const int MaxNeurons = RadixNet.MaxNeurons;

    /// <summary>Most layers of a network, lest a mistyped Repeat of a layer without edges take all memory.</summary>
    public const int MaxLayers = 1 << 16;

    private const int DrawsBetweenChecks = 1 << 16;

    private long _edges;
    private long _layers;

    /// <summary>The layers of a group, or null where it is faulty.</summary>
    /// <param name="group">The declared group.</param>
    /// <param name="width">Number of neurons before it; null where unknown.</param>
    public List<RawLayer>? Expand(LayersDeclaration group, int? width)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (group.Repeat < 1)
            return Fail(ProblemKinds.InvalidSize, At(group, "Repeat"), "Repeat", group.Repeat, "it is at least 1");
        return group switch
        {
            RadixNetDeclaration net => Radix(net),
            ExplicitLayerDeclaration layer => Explicit(layer, width),
            WeightFilesDeclaration set => Files(set),
            BandedLayerDeclaration band => Banded(band, width),
            RandomLayerDeclaration random => Random(random, width),
            _ => throw new InvalidOperationException($"No expansion for {group.GetType().Name}."),
        };
    }

    private List<RawLayer>? Radix(RadixNetDeclaration net)
    {
        if (net.Blocks is not null && net.BlockCounts is not null)
            return FailWith(
                [Remedies.Remove(net.Attribute, "Blocks"), Remedies.Remove(net.Attribute, "BlockCounts")],
                ProblemKinds.ConflictingArguments,
                At(net, "Blocks"),
                "Blocks",
                "BlockCounts",
                "keep one: Blocks is the same count for all boundaries"
            );
        var blocks = net.BlockCounts ?? (IReadOnlyList<int>)Enumerable.Repeat(net.Blocks ?? 1, net.Radices.Count + 1).ToArray();
        if (RadixNet.Check(net.Radices, blocks) is { } fault)
            return FailWith(
                [Remedies.OfTopology(net)],
                ProblemKinds.TopologyDoesNotFit,
                At(net, net.BlockCounts is null ? "Radices" : "BlockCounts"),
                fault
            );
        if (net.Repeat > 1 && blocks[0] != blocks[blocks.Count - 1])
            return Fail(
                ProblemKinds.TopologyDoesNotFit,
                At(net, "Repeat"),
                $"Repeat is {net.Repeat} but the net begins with {blocks[0]} blocks and ends with {blocks[blocks.Count - 1]}; make them equal or repeat it once"
            );
        var neurons = net.Radices.Aggregate(1L, (product, radix) => product * radix);
        var edges = net.Radices.Select((radix, i) => neurons * radix * blocks[i] * blocks[i + 1]).Sum();
        if (!Usable(net, "Weight", net.Weight ?? 1) || !Charge(net, edges, net.Radices.Count))
            return null;
        return RadixNet
            .Layers(net.Radices, blocks, net.Repeat, net.PermuteSeed, cancellationToken)
            .Select(pattern => Fixed(net, pattern, Constant(net.Weight, pattern)))
            .ToList();
    }

    private List<RawLayer>? Explicit(ExplicitLayerDeclaration layer, int? width)
    {
        if (Width(layer, width) is not { } inputs)
            return null;
        if (layer.Outputs is not { } outputs)
            return FailWith(
                [Remedies.OutputsOf(layer)],
                ProblemKinds.InvalidSize,
                At(layer, null),
                "Outputs",
                "not given",
                "write Outputs = the number of output neurons"
            );
        if (!Size(layer, "Outputs", outputs))
            return null;
        var pattern = ExplicitEdges.Build(layer, inputs, outputs, problems, out var values);
        if (pattern is null || !Charge(layer, pattern.EntryCount))
            return null;
        return Repeat(layer, () => Fixed(layer, pattern, values!));
    }

    private List<RawLayer>? Files(WeightFilesDeclaration set)
    {
        var names = FileNamePattern.Expand(set.Pattern, out var fault);
        if (names is null)
            return FailWith(
                [FileNamePattern.Ascending(set.Pattern) is { } ascending ? Remedies.Set(set.Attribute, "pattern", ascending) : null],
                ProblemKinds.TopologyDoesNotFit,
                At(set, "pattern"),
                $"The file name '{set.Pattern}' {fault}"
            );
        if (set.Neurons is { } neurons && !Size(set, "Neurons", neurons))
            return null;
        var layers = new List<RawLayer>();
        var failed = false;
        foreach (var name in names)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Matrix(set, name, out var path) is { } matrix)
            {
                if (!Charge(set, matrix.Edges.EntryCount))
                    return null;
                var raw = new RawLayer(
                    set,
                    $"'{name}'",
                    matrix.Edges,
                    matrix.IsPattern && elements.HoldsSets ? null : matrix.Values,
                    matrix.HasDeclaredShape || set.Neurons is not null
                )
                {
                    Path = path,
                };
                raw.DropZeros(elements, cancellationToken);
                if (set.Neurons is { } size && !matrix.HasDeclaredShape)
                {
                    if (Math.Max(raw.Inputs, raw.Outputs) > size)
                    {
                        var used = Math.Max(raw.Inputs, raw.Outputs);
                        return FailWith(
                            [Remedies.Set(set.Attribute, "Neurons", used)],
                            ProblemKinds.InvalidSize,
                            At(set, "Neurons"),
                            "Neurons",
                            size,
                            $"'{name}' uses index {used}; write at least that"
                        );
                    }

                    raw.Grow(size, size);
                }

                layers.Add(raw);
            }
            else
            {
                failed = true;
            }
        }

        if (failed)
            return null;
        var once = layers.ToArray();
        for (var i = 1; i < set.Repeat; i++)
            layers.AddRange(once.Select(raw => new RawLayer(set, raw.Label, raw.Edges, raw.Weights, raw.ShapeIsFixed) { Path = raw.Path }));
        return layers;
    }

    private WeightMatrix? Matrix(WeightFilesDeclaration set, string name, out string? path)
    {
        path = null;
        switch (files.Find(WeightFormats.Kind, name))
        {
            case InputLookup<WeightMatrix>.Found { Result: InputResult<WeightMatrix>.Success success } found:
                path = found.Path;
                return success.Value;
            case InputLookup<WeightMatrix>.Found { Result: InputResult<WeightMatrix>.Failure failure }:
                problems.Add(failure.Problem);
                return null;
            case InputLookup<WeightMatrix>.Ambiguous two:
                ProblemRemedy[] remedies =
                [
                    Remedies.Set(set.Attribute, "pattern", Remedies.LongerName(set.Pattern, name, two.First, two.Second)),
                    Remedies.Set(set.Attribute, "pattern", Remedies.LongerName(set.Pattern, name, two.Second, two.First)),
                ];
                FailWith(remedies, ProblemKinds.AmbiguousWeightFile, At(set, "pattern"), name, two.First, two.Second);
                return null;
            default:
                problems.Add(Problem.Create(ProblemKinds.WeightFileMissing, At(set, "pattern"), name, name));
                return null;
        }
    }

    private List<RawLayer>? Banded(BandedLayerDeclaration band, int? width)
    {
        if (Width(band, width) is not { } inputs)
            return null;
        var outputs = band.Outputs ?? inputs;
        if (
            !Size(band, "Outputs", outputs)
            || !NotNegative(band, "LowerBandwidth", band.LowerBandwidth)
            || !NotNegative(band, "UpperBandwidth", band.UpperBandwidth)
        )
            return null;
        if (!SquareWhereRepeated(band, inputs, outputs) || !Usable(band, "Weight", band.Weight ?? 1))
            return null;
        if (!Charge(band, BandedTopology.CountEdges(inputs, outputs, band.LowerBandwidth, band.UpperBandwidth)))
            return null;
        var pattern = BandedTopology.Layer(inputs, outputs, band.LowerBandwidth, band.UpperBandwidth, cancellationToken);
        return Repeat(band, () => Fixed(band, pattern, Constant(band.Weight, pattern)));
    }

    private List<RawLayer>? Random(RandomLayerDeclaration declared, int? width)
    {
        if (Width(declared, width) is not { } inputs)
            return null;
        var outputs = declared.Outputs ?? inputs;
        if (!Size(declared, "Outputs", outputs) || !SquareWhereRepeated(declared, inputs, outputs))
            return null;
        if (declared.InDegree is not null && declared.Density is not null)
            return FailWith(
                [Remedies.Remove(declared.Attribute, "Density"), Remedies.Remove(declared.Attribute, "InDegree")],
                ProblemKinds.ConflictingArguments,
                At(declared, "Density"),
                "InDegree",
                "Density",
                "keep one of them"
            );
        if (declared.InDegree is null && declared.Density is null)
            return Fail(
                ProblemKinds.InvalidSize,
                At(declared, null),
                "InDegree",
                "not given",
                "write InDegree = inputs of each output, or Density = their share"
            );
        if (declared.Density is { } share && !(share > 0 && share <= 1))
            return Fail(ProblemKinds.InvalidNumber, At(declared, "Density"), "Density", share, "it is above 0 and at most 1");
        var degree = declared.InDegree ?? Math.Max(1, (int)Math.Round(declared.Density!.Value * inputs, MidpointRounding.AwayFromZero));
        if (degree < 1 || degree > inputs)
            return FailWith(
                [declared.InDegree is null ? null : Remedies.Set(declared.Attribute, "InDegree", Math.Min(Math.Max(degree, 1), inputs))],
                ProblemKinds.InvalidSize,
                At(declared, "InDegree"),
                "InDegree",
                degree,
                $"it is 1 to the number of inputs, {inputs}"
            );
        if (!Usable(declared, "MinWeight", declared.MinWeight) || !Usable(declared, "MaxWeight", declared.MaxWeight))
            return null;
        if (declared.MinWeight > declared.MaxWeight)
            return Fail(
                ProblemKinds.InvalidNumber,
                At(declared, "MinWeight"),
                "MinWeight",
                declared.MinWeight,
                $"it is at most MaxWeight, {declared.MaxWeight.ToString("R", System.Globalization.CultureInfo.InvariantCulture)}"
            );
        if (double.IsInfinity(declared.MaxWeight - declared.MinWeight))
            return Fail(
                ProblemKinds.InvalidNumber,
                At(declared, "MaxWeight"),
                "MaxWeight",
                declared.MaxWeight,
                $"its distance from MinWeight, {declared.MinWeight.ToString("R", System.Globalization.CultureInfo.InvariantCulture)}, is beyond binary64; make the range narrower"
            );
        if (!Charge(declared, (long)degree * outputs))
            return null;
        var layers = new List<RawLayer>();
        for (var t = 0; t < declared.Repeat; t++)
        {
            var random = SplitMix64.ForStream(declared.Seed, t);
            var pattern = RandomTopology.Layer(inputs, outputs, degree, ref random, cancellationToken);
            layers.Add(Fixed(declared, pattern, RandomWeights(pattern.EntryCount, declared.MinWeight, declared.MaxWeight, ref random)));
        }

        return layers;
    }

    // Integers are drawn as real numbers and rounded down; bits have only One.
    private DecimalValues? RandomWeights(int count, double min, double max, ref SplitMix64 random)
    {
        if (elements.Format.HoldsBits)
            return null;
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            if (i % DrawsBetweenChecks == 0)
                cancellationToken.ThrowIfCancellationRequested();
            values[i] = min + ((max - min) * random.NextUnit());
        }

        if (elements.Format.Real is null)
            for (var i = 0; i < count; i++)
                values[i] = Math.Floor(values[i]);
        return new DecimalValues(values, null);
    }

    private static DecimalValues? Constant(double? weight, CsrPattern pattern) =>
        weight is { } given ? new DecimalValues(DecimalNumber.Exact(given), pattern.EntryCount) : null;

    private static List<RawLayer> Repeat(LayersDeclaration group, Func<RawLayer> one) =>
        Enumerable.Range(0, group.Repeat).Select(_ => one()).ToList();

    private RawLayer Fixed(LayersDeclaration group, CsrPattern pattern, DecimalValues? values)
    {
        var layer = new RawLayer(group, group.Label, pattern, values, shapeIsFixed: true);
        layer.DropZeros(elements, cancellationToken);
        return layer;
    }

    private int? Width(LayersDeclaration group, int? width)
    {
        if (width is null)
            Fail(
                ProblemKinds.InvalidSize,
                new DeclarationPlace(0),
                "Inputs",
                "not given",
                $"{group.Label} needs to know it: write [SparseNetwork(Inputs = …)]"
            );
        return width;
    }

    private bool SquareWhereRepeated(LayersDeclaration group, int inputs, int outputs)
    {
        if (group.Repeat == 1 || inputs == outputs)
            return true;
        FailWith(
            [Remedies.Set(group.Attribute, "Outputs", inputs)],
            ProblemKinds.LayersDoNotChain,
            At(group, "Repeat"),
            $"The second {group.Label}",
            inputs,
            "the first",
            outputs
        );
        return false;
    }

    private bool Size(LayersDeclaration group, string argument, int value)
    {
        if (value is >= 1 and <= MaxNeurons)
            return true;
        Fail(ProblemKinds.InvalidSize, At(group, argument), argument, value, $"it is 1 to {MaxNeurons}");
        return false;
    }

    private bool NotNegative(LayersDeclaration group, string argument, int value)
    {
        if (value >= 0)
            return true;
        Fail(ProblemKinds.InvalidSize, At(group, argument), argument, value, "it is not negative");
        return false;
    }

    private bool Usable(LayersDeclaration group, string argument, double value)
    {
        if (!double.IsNaN(value) && !double.IsInfinity(value))
            return true;
        Fail(ProblemKinds.InvalidNumber, At(group, argument), argument, value, "write a finite number");
        return false;
    }

    // Sizes of one repeat. Dividing instead of multiplying keeps a huge Repeat from overflowing.
    private bool Charge(LayersDeclaration group, long edges, int layers = 1)
    {
        if (layers > (MaxLayers - _layers) / group.Repeat)
        {
            Fail(
                ProblemKinds.InvalidSize,
                At(group, group.Repeat > 1 ? "Repeat" : null),
                $"The number of layers up to {group.Label}",
                $"more than {MaxLayers}",
                "repeat fewer layers"
            );
            return false;
        }

        if (edges > (maxEdges - _edges) / group.Repeat || edges > (long)InputLimits.MaxEntries * layers)
        {
            var most = Math.Min(maxEdges, InputLimits.MaxEntries);
            Fail(
                ProblemKinds.InvalidSize,
                At(group, null),
                $"The number of edges up to {group.Label}",
                $"more than {most}",
                "use fewer or smaller layers, or load the network at run time with SparseNetwork.Load"
            );
            return false;
        }

        _layers += (long)layers * group.Repeat;
        _edges += edges * group.Repeat;
        return true;
    }

    private List<RawLayer>? Fail(ProblemKind kind, ProblemPlace place, params object[] arguments) => FailWith([], kind, place, arguments);

    private List<RawLayer>? FailWith(ProblemRemedy?[] remedies, ProblemKind kind, ProblemPlace place, params object[] arguments)
    {
        problems.Add(Problem.Create(kind, place, arguments) with { Remedies = new(remedies.OfType<ProblemRemedy>().ToArray()) });
        return null;
    }

    private static DeclarationPlace At(LayersDeclaration group, string? argument) => new(group.Attribute, argument);
}
