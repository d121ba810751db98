using SparseDnn.Problems;

namespace SparseDnn.Networks.Kinds;

/// <summary>Weights that are written as 0, in the words of <see cref="ProblemKinds.ZeroEntry"/>.</summary>
/// <param name="Place">Where the first of them is written.</param>
/// <param name="What">What they are, with its verb.</param>
/// <param name="Verb">The verb of being left out.</param>
/// <param name="Remedy">What to remove.</param>
internal sealed record ZeroWeights(ProblemPlace Place, string What, string Verb, string Remedy);
