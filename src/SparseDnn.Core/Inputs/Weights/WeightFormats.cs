using SparseDnn.Problems;

namespace SparseDnn.Inputs.Weights;

/// <summary>The formats of weights files. Rows are input neurons, columns output neurons; entries of value 0 are edges.</summary>
public static class WeightFormats
{
    /// <summary>Weights files of any known format.</summary>
    public static InputKind<WeightMatrix> Kind { get; } =
        new(ProblemKinds.MalformedWeights, [new NpyFormat(), new MatrixMarketFormat(), new GraphChallengeTsvFormat()]);
}
