namespace SparseDnn.Benchmarks.Networks;

/// <summary>R1: a classifier of 28 × 28 pixels of which a tenth of the edges are left, all weights different.</summary>
[SparseNetwork(Inputs = 784)]
[RandomLayer(Outputs = 512, Density = 0.1, Seed = 1, MinWeight = -0.25, MaxWeight = 0.25, Bias = 0.03125)]
[RandomLayer(Outputs = 512, Density = 0.1, Seed = 2, MinWeight = -0.25, MaxWeight = 0.25, Bias = 0.03125)]
[RandomLayer(Outputs = 10, Density = 0.1, Seed = 3, MinWeight = -0.25, MaxWeight = 0.25, Bias = 0.03125)]
public static partial class R1;

/// <summary>R2: wide layers, a twentieth of the edges, all weights different: 3.4 MB of them, more than a core's second cache.</summary>
[SparseNetwork(Inputs = 2048)]
[RandomLayer(Density = 0.05, Seed = 1, MinWeight = -0.125, MaxWeight = 0.125, Bias = 0.03125, Repeat = 4)]
public static partial class R2;

/// <summary>The first layer of <see cref="R2"/>, for the comparison with dense arithmetic.</summary>
[SparseNetwork(Inputs = 2048)]
[RandomLayer(Density = 0.05, Seed = 1, MinWeight = -0.125, MaxWeight = 0.125, Bias = 0.03125)]
public static partial class R2Layer;
