namespace SparseDnn.Benchmarks.Networks;

/// <summary>A weight for every edge, small enough for straight-line code.</summary>
[SparseNetwork(Inputs = 16)]
[RandomLayer(Outputs = 32, InDegree = 8, Seed = 1, Bias = 0.125)]
[RandomLayer(Outputs = 32, InDegree = 12, Seed = 2, Bias = 0.125)]
[RandomLayer(Outputs = 8, InDegree = 16, Seed = 3, Bias = 0.125)]
public static partial class TinyRandom;

/// <summary>One weight for all edges, small enough for straight-line code.</summary>
[SparseNetwork(Inputs = 32)]
[RadixNet(Radices = new[] { 2, 2, 2, 2 }, Blocks = 2, Repeat = 2, PermuteSeed = 1, Weight = 0.25, Bias = -0.0625, Ceiling = 32)]
public static partial class TinyRadix;
