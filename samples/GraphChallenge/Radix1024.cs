namespace SparseDnn.Samples.GraphChallenge;

/// <summary>
/// A network like the benchmark's own of 1,024 neurons and 120 layers: its first six layers are the official ones, later ones differ in the
/// order of their inputs.
/// </summary>
[SparseNetwork(Inputs = 1024)]
[RadixNet(
    Radices = new[] { 2, 2, 2, 2, 2, 2 },
    Blocks = 16,
    Repeat = 20,
    PermuteSeed = 1,
    Weight = 0.0625,
    Bias = -0.3,
    BiasMode = BiasMode.NonzeroSums,
    Ceiling = 32
)]
public static partial class Radix1024;
