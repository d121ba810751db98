using System;
using System.Collections.Generic;
using SparseDnn.Networks;

namespace SparseDnn.Benchmarks.Networks;

/// <summary>A network and what computes it. The model is built once and every contender made when it is first asked for.</summary>
internal sealed class BenchmarkNetwork(string name, SparseNetwork<float>? generated, Func<Network> build)
{
    private readonly Lazy<Network> _model = new(build);
    private readonly Dictionary<Rewrites, SparseNetwork<float>> _loaded = [];
    private ExactJudge? _judge;

    /// <summary>The official network where its files are, otherwise the one of the same family.</summary>
    public static BenchmarkNetwork GraphChallenge { get; } =
#if GRAPHCHALLENGE
        new("official 1024 × 120", GraphChallenge1024.Network, () => DeclaredModel.Of(typeof(GraphChallenge1024), OfficialFiles.Layers));
#else
        new(
            "Radix1024 (stands in for the official one)",
            Samples.GraphChallenge.Radix1024.Network,
            () => DeclaredModel.Of(typeof(Samples.GraphChallenge.Radix1024))
        );
#endif

    /// <summary>
    /// RadiX-Net of 4,096 neurons and 120 layers: 15.7 million edges, too many to have a compiler expand them at every build, so loaded
    /// only.
    /// </summary>
    public static BenchmarkNetwork Radix4096 { get; } =
        new(
            "RadiX-Net 4096 × 120",
            null,
            () =>
                SparseNetwork.BuildModel<float>(
                    new LoadOptions { Name = "Radix4096", Inputs = 4096 },
                    new RadixNetAttribute
                    {
                        Radices = [2, 2, 2, 2, 2, 2, 2, 2],
                        Blocks = 16,
                        Repeat = 15,
                        PermuteSeed = 1,
                        Weight = 0.0625,
                        Bias = -0.45,
                        BiasMode = BiasMode.NonzeroSums,
                        Ceiling = 32,
                    }
                )
        );

    public static BenchmarkNetwork R1 { get; } =
        new("784-512-512-10, 10 %", Benchmarks.Networks.R1.Network, () => DeclaredModel.Of(typeof(R1)));

    public static BenchmarkNetwork R2 { get; } =
        new("4 × 2048 × 2048, 5 %", Benchmarks.Networks.R2.Network, () => DeclaredModel.Of(typeof(R2)));

    public static BenchmarkNetwork R2Layer { get; } =
        new("2048 × 2048, 5 %", Benchmarks.Networks.R2Layer.Network, () => DeclaredModel.Of(typeof(R2Layer)));

    public static BenchmarkNetwork TinyRandom { get; } =
        new("TinyRandom", Benchmarks.Networks.TinyRandom.Network, () => DeclaredModel.Of(typeof(TinyRandom)));

    public static BenchmarkNetwork TinyRadix { get; } =
        new("TinyRadix", Benchmarks.Networks.TinyRadix.Network, () => DeclaredModel.Of(typeof(TinyRadix)));

    public string Name => name;

    public Network Model => _model.Value;

    /// <summary>The generated network; null where it is not compiled in.</summary>
    public SparseNetwork<float>? Generated => generated;

    /// <summary>The run-time executor.</summary>
    public SparseNetwork<float> Loaded => With(Rewrites.All);

    /// <summary>What its outputs must be.</summary>
    public ExactJudge Judge => _judge ??= new ExactJudge(Model);

    /// <summary>The run-time executor with some rewrites only.</summary>
    public SparseNetwork<float> With(Rewrites rewrites)
    {
        if (!_loaded.TryGetValue(rewrites, out var loaded))
            _loaded[rewrites] = loaded = SparseNetwork.Prepare<float>(Model with { Rewrites = rewrites });
        return loaded;
    }
}
