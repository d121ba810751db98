namespace SparseDnn.Tests;

/// <summary>Networks that are compiled in and, by the same attributes, built at run time.</summary>
public static class DeclaredLayers
{
    public static SparseLayersAttribute[] Mixed { get; } =
    [
        new RandomLayerAttribute
        {
            Outputs = 40,
            InDegree = 7,
            Seed = 3,
            Bias = 0.125,
            BiasMode = BiasMode.NonzeroSums,
        },
        new BandedLayerAttribute
        {
            LowerBandwidth = 2,
            UpperBandwidth = 1,
            Weight = 0.3,
            Bias = -0.05,
            Ceiling = 2,
        },
        new RandomLayerAttribute
        {
            Outputs = 300,
            InDegree = 9,
            Seed = 4,
            Bias = -0.01,
        },
        new RandomLayerAttribute
        {
            Outputs = 9,
            Density = 0.5,
            Seed = 5,
            Activation = Activation.None,
        },
    ];

    public static SparseLayersAttribute[] Reviving { get; } =
    [
        new BandedLayerAttribute
        {
            UpperBandwidth = 1,
            Weight = 0.5,
            Bias = -0.5,
        },
        new BandedLayerAttribute
        {
            LowerBandwidth = 3,
            Weight = 0.25,
            Bias = 0.75,
            Ceiling = 0.875,
        },
        new BandedLayerAttribute
        {
            LowerBandwidth = 1,
            Weight = 0.5,
            Bias = -0.0625,
            Repeat = 9,
        },
    ];

    public static SparseLayersAttribute[] Dying { get; } =
    [
        new RadixNetAttribute
        {
            Radices = [2, 2, 2, 2, 2],
            Blocks = 4,
            Repeat = 6,
            PermuteSeed = 2,
            Weight = 0.25,
            Bias = -0.18,
            Ceiling = 32,
        },
    ];

    public static SparseLayersAttribute[] Rewritten { get; } =
    [
        new RadixNetAttribute
        {
            Radices = [2, 2, 2, 2, 2],
            Blocks = 4,
            Repeat = 3,
            PermuteSeed = 1,
            Weight = 0.25,
            Bias = -0.2,
            Ceiling = 8,
        },
        new BandedLayerAttribute
        {
            LowerBandwidth = 1,
            UpperBandwidth = 1,
            Weight = 0.25,
            Bias = -0.5,
        },
        new RadixNetAttribute
        {
            Radices = [2, 2, 2, 2, 2],
            Blocks = 4,
            PermuteSeed = 2,
            Weight = 0.125,
            Bias = -0.0625,
            Ceiling = 3,
        },
        new RandomLayerAttribute
        {
            Outputs = 7,
            InDegree = 30,
            Seed = 4,
        },
    ];
}

[SparseNetwork]
[RadixNet(Radices = new[] { 2, 2, 2, 2, 2 }, Blocks = 4, Repeat = 3, PermuteSeed = 1, Weight = 0.25, Bias = -0.2, Ceiling = 8)]
[BandedLayer(LowerBandwidth = 1, UpperBandwidth = 1, Weight = 0.25, Bias = -0.5)]
[RadixNet(Radices = new[] { 2, 2, 2, 2, 2 }, Blocks = 4, PermuteSeed = 2, Weight = 0.125, Bias = -0.0625, Ceiling = 3)]
[RandomLayer(Outputs = 7, InDegree = 30, Seed = 4)]
public static partial class Rewritten;

[SparseNetwork(Inputs = 20)]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, Bias = 0.125, BiasMode = BiasMode.NonzeroSums)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.3, Bias = -0.05, Ceiling = 2)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, Bias = -0.01)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, Activation = Activation.None)]
public static partial class Mixed;

[SparseNetwork(Inputs = 20, Format = ElementFormat.Binary64, Summation = Summation.Strict)]
[RandomLayer(Outputs = 40, InDegree = 7, Seed = 3, Bias = 0.125, BiasMode = BiasMode.NonzeroSums)]
[BandedLayer(LowerBandwidth = 2, UpperBandwidth = 1, Weight = 0.3, Bias = -0.05, Ceiling = 2)]
[RandomLayer(Outputs = 300, InDegree = 9, Seed = 4, Bias = -0.01)]
[RandomLayer(Outputs = 9, Density = 0.5, Seed = 5, Activation = Activation.None)]
public partial struct MixedStrictDouble;

[SparseNetwork(Inputs = 12)]
[BandedLayer(UpperBandwidth = 1, Weight = 0.5, Bias = -0.5)]
[BandedLayer(LowerBandwidth = 3, Weight = 0.25, Bias = 0.75, Ceiling = 0.875)]
[BandedLayer(LowerBandwidth = 1, Weight = 0.5, Bias = -0.0625, Repeat = 9)]
public static partial class Reviving;

[SparseNetwork]
[RadixNet(Radices = new[] { 2, 2, 2, 2, 2 }, Blocks = 4, Repeat = 6, PermuteSeed = 2, Weight = 0.25, Bias = -0.18, Ceiling = 32)]
public static partial class Dying;

[SparseNetwork(Inputs = 3)]
[Layer(Outputs = 2, Edges = "0 0 1.5; 1 0 -2; 2 1 0.25", Biases = new[] { 0.5, 0 })]
public static partial class Tiny;
