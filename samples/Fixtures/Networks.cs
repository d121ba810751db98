namespace SparseDnn.Samples.Fixtures;

/// <summary>Recognition: letters and their kinds, stored in binary16, summed in binary32.</summary>
[RecognitionNetwork(
    "letters.txt",
    Categories = new[] { "vowel: A E O", "round: C D G O S" },
    Weights = FixtureFormats.Binary16,
    Activations = FixtureFormats.Binary16,
    Accumulator = FixtureFormats.Binary32
)]
public static partial class Letters;

/// <summary>
/// Composition: letters, words, sentences in integers of 8 bits. θ = 1 keeps every number whole and puts the nearest misses on the kink.
/// </summary>
[CompositionNetwork(
    "letters.txt",
    "words.txt",
    "sentences.txt",
    Threshold = 1,
    Weights = FixtureFormats.Int8,
    Activations = FixtureFormats.Int8,
    Accumulator = FixtureFormats.Int32
)]
public static partial class Sentences;

/// <summary>Path counting: one RadiX-Net as in the Graph Challenge: 1,024 neurons, 32 edges into each, 6 layers.</summary>
[PathCountingNetwork(Radices = new[] { 2, 2, 2, 2, 2, 2 }, Blocks = 16, Weight = 0.0625)]
public static partial class Paths;

/// <summary>Uniform recurrence: values that grow from layer to layer, some up to the ceiling; zero sums stay without bias.</summary>
[UniformNetwork(Neurons = 96, InDegree = 6, Layers = 4, Weight = 0.25, Bias = 0.125, BiasMode = BiasMode.NonzeroSums, Ceiling = 16)]
public static partial class Uniform;

/// <summary>Random edges with random weights.</summary>
[SparseNetwork(Inputs = 64)]
[RandomLayer(InDegree = 7, Repeat = 3, Seed = 5, Bias = -0.125, Ceiling = 3)]
public static partial class Drawn;

/// <summary>
/// Any network: chosen inputs whose sums binary32 holds exactly in any order. Weights of few bits, multiples of 1/16, leave room for that.
/// </summary>
[ExactFixtures(typeof(Drawn), Items = 24, Seed = 3, Weights = FixtureFormats.Int8 + ":4", Certify = true)]
public static partial class DrawnExact;

/// <summary>Any network: the same one in bfloat16, where sums round: its fixtures demand bounds.</summary>
[ExactFixtures(
    typeof(Drawn),
    Items = 24,
    Seed = 3,
    Weights = FixtureFormats.BFloat16,
    Activations = FixtureFormats.BFloat16,
    Accumulator = FixtureFormats.Binary32
)]
public static partial class DrawnBounded;

/// <summary>Potentials: shortest paths through a layered graph.</summary>
[PotentialsNetwork(12, 20, 16, 8, Degree = 4)]
public static partial class Streets;
