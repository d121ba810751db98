#if GRAPHCHALLENGE
namespace SparseDnn.Samples.GraphChallenge;

/// <summary>The benchmark's own network of 1,024 neurons and 120 layers, from its files.</summary>
[SparseNetwork]
[WeightFiles("neuron1024/n1024-l{1..120}.tsv", Bias = -0.3, BiasMode = BiasMode.NonzeroSums, Ceiling = 32)]
public static partial class GraphChallenge1024;
#endif
