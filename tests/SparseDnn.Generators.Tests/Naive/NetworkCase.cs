using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using static System.FormattableString;

namespace SparseDnn.Generators.Tests.Naive;

/// <summary>A network as source text and, beside it, as plain edges: layers are added to both at once.</summary>
internal sealed class NetworkCase(string name, int inputs, bool wide, bool strict)
{
    private readonly List<string> _attributes = [];
    private readonly List<NaiveLayer> _layers = [];

    public string Name { get; } = name;

    public bool Wide { get; } = wide;

    public bool Strict { get; } = strict;

    public IReadOnlyList<NaiveLayer> Layers => _layers;

    public List<(string Path, string Text)> Files { get; } = [];

    public int Width => _layers.Count == 0 ? inputs : _layers[^1].Outputs;

    /// <summary>The declaration in C#.</summary>
    public string Source =>
        $$"""
            [SparseNetwork(Inputs = {{inputs}}{{(Wide ? ", Format = ElementFormat.Binary64" : "")}}{{(
                Strict ? ", Summation = Summation.Strict" : ""
            )}})]
            {{string.Join("\n", _attributes)}}
            public static partial class {{Name}};
            """;

    public override string ToString() => Name;

    /// <summary>A [Layer]; weights are decimal texts, rounded once.</summary>
    public NetworkCase Explicit(int outputs, IEnumerable<(int Input, int Output, string Weight)> edges, Epilogue epilogue, int repeat = 1)
    {
        var list = edges.ToArray();
        _attributes.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"[Layer(Outputs = {outputs}, Edges = \"{string.Join("; ", list.Select(e => $"{e.Input} {e.Output} {e.Weight}"))}\""
                    + $"{Repeat(repeat)}{epilogue.Arguments})]"
            )
        );
        for (var i = 0; i < repeat; i++)
            Add(outputs, Present(list), epilogue);
        return this;
    }

    public NetworkCase Banded(int outputs, int lower, int upper, double weight, Epilogue epilogue, int repeat = 1)
    {
        _attributes.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"[BandedLayer(Outputs = {outputs}, LowerBandwidth = {lower}, UpperBandwidth = {upper}, "
                    + $"Weight = {Epilogue.Number(weight)}{Repeat(repeat)}{epilogue.Arguments})]"
            )
        );
        for (var i = 0; i < repeat; i++)
            Add(
                outputs,
                NaiveTopologies.Banded(Width, outputs, lower, upper).Select(e => new NaiveEdge(e.Input, e.Output, Round(weight))),
                epilogue
            );
        return this;
    }

    public NetworkCase Radix(int[] radices, int[] blocks, double weight, Epilogue epilogue, int repeat = 1, long? permuteSeed = null)
    {
        var seed = permuteSeed is { } value ? Invariant($", PermuteSeed = {value}") : "";
        _attributes.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"[RadixNet(Radices = new[] {{ {string.Join(", ", radices)} }}, BlockCounts = new[] {{ {string.Join(", ", blocks)} }}, "
                    + $"Weight = {Epilogue.Number(weight)}{Repeat(repeat)}{seed}{epilogue.Arguments})]"
            )
        );
        var net = NaiveTopologies.RadixNet(radices, blocks).ToArray();
        for (var t = 0; t < repeat; t++)
        {
            foreach (var layer in net)
            {
                var edges =
                    permuteSeed is { } start && t > 0
                        ? NaiveTopologies.Permute(layer.Edges, new NaiveRandom(start, t).Permutation(layer.Inputs))
                        : layer.Edges;
                Add(layer.Outputs, edges.Select(e => new NaiveEdge(e.Input, e.Output, Round(weight))), epilogue);
            }
        }

        return this;
    }

    /// <summary>A [RandomLayer] by in-degree, or by density where one is given.</summary>
    public NetworkCase Random(
        int outputs,
        int degree,
        double? density,
        long seed,
        double min,
        double max,
        Epilogue epilogue,
        int repeat = 1
    )
    {
        var share = density is { } value ? $"Density = {Epilogue.Number(value)}" : Invariant($"InDegree = {degree}");
        _attributes.Add(
            string.Create(
                CultureInfo.InvariantCulture,
                $"[RandomLayer(Outputs = {outputs}, {share}, Seed = {seed}, "
                    + $"MinWeight = {Epilogue.Number(min)}, MaxWeight = {Epilogue.Number(max)}{Repeat(repeat)}{epilogue.Arguments})]"
            )
        );
        for (var t = 0; t < repeat; t++)
            Add(
                outputs,
                NaiveTopologies.Random(Width, outputs, degree, seed, t, min, max).Select(e => e with { Weight = Round(e.Weight) }),
                epilogue
            );
        return this;
    }

    /// <summary>A [ButterflyLayer] of some stages, of one weight.</summary>
    public NetworkCase Butterfly(int radix, int blockSize, int[] stages, double weight, Epilogue epilogue, int repeat = 1)
    {
        var weights = $"Weight = {Epilogue.Number(weight)}, Stages = new[] {{ {string.Join(", ", stages)} }}{Repeat(repeat)}";
        _attributes.Add(Invariant($"[ButterflyLayer(Radix = {radix}, BlockSize = {blockSize}, {weights}{epilogue.Arguments})]"));
        foreach (var stage in Enumerable.Repeat(stages, repeat).SelectMany(stage => stage))
        {
            var edges = NaiveTopologies.Butterfly(Width, radix, blockSize, stage);
            Add(Width, edges.Select(e => new NaiveEdge(e.Input, e.Output, Round(weight))), epilogue);
        }

        return this;
    }

    /// <summary>A [ButterflyLayer] of all its stages, of drawn weights.</summary>
    public NetworkCase Butterfly(int radix, int blockSize, int stages, long seed, double min, double max, Epilogue epilogue)
    {
        var weights = Invariant($"Seed = {seed}, MinWeight = {Epilogue.Number(min)}, MaxWeight = {Epilogue.Number(max)}");
        _attributes.Add(Invariant($"[ButterflyLayer(Radix = {radix}, BlockSize = {blockSize}, {weights}{epilogue.Arguments})]"));
        for (var stage = 0; stage < stages; stage++)
        {
            var random = new NaiveRandom(seed, stage);
            var edges = NaiveTopologies.Butterfly(Width, radix, blockSize, stage).OrderBy(e => e.Output).ThenBy(e => e.Input).ToArray();
            Add(Width, edges.Select(e => new NaiveEdge(e.Input, e.Output, Round(min + ((max - min) * random.Unit())))), epilogue);
        }

        return this;
    }

    /// <summary>[WeightFiles] over files whose contents the test knows.</summary>
    public NetworkCase FromFiles(
        string pattern,
        string more,
        Epilogue epilogue,
        params (string Path, string Text, int Outputs, (int Input, int Output, string Weight)[] Edges)[] files
    )
    {
        _attributes.Add(Invariant($"[WeightFiles(\"{pattern}\"{more}{epilogue.Arguments})]"));
        foreach (var file in files)
        {
            Files.Add((file.Path, file.Text));
            Add(file.Outputs, Present(file.Edges), epilogue);
        }

        return this;
    }

    private void Add(int outputs, IEnumerable<NaiveEdge> edges, Epilogue epilogue) =>
        _layers.Add(new NaiveLayer(Width, outputs, edges, epilogue));

    // What is written as zero is no edge; what only rounds to zero is one of weight 0.
    private IEnumerable<NaiveEdge> Present(IEnumerable<(int Input, int Output, string Weight)> edges) =>
        edges
            .Where(e => e.Weight.Split('e', 'E')[0].Any(c => c is >= '1' and <= '9'))
            .Select(e => new NaiveEdge(e.Input, e.Output, Parse(e.Weight)));

    private double Round(double value) => Wide ? value : (float)value;

    private double Parse(string text) =>
        Wide ? double.Parse(text, CultureInfo.InvariantCulture) : float.Parse(text, CultureInfo.InvariantCulture);

    private static string Repeat(int repeat) => repeat == 1 ? "" : Invariant($", Repeat = {repeat}");
}
