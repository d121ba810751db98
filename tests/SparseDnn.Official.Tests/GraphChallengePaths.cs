#if GRAPHCHALLENGE
namespace SparseDnn.Official.Tests;

/// <summary>The first six official layers without bias and ceiling, compiled in: one RadiX-Net, which counts paths.</summary>
[SparseNetwork]
[WeightFiles("neuron1024/n1024-l{1..6}.tsv")]
public static partial class GraphChallengePaths;
#endif
