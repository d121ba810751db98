#if GRAPHCHALLENGE
namespace SparseDnn.Benchmarks;

/// <summary>The official network, compiled in.</summary>
[SparseNetwork]
[WeightFiles("neuron1024/n1024-l{1..120}.tsv", Bias = -0.3, BiasMode = BiasMode.NonzeroSums, Ceiling = 32)]
public static partial class GraphChallenge1024;
#endif
