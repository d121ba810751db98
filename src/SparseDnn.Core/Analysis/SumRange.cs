using SparseDnn.Numerics;

namespace SparseDnn.Analysis;

/// <summary>What is known of one neuron's sum for every input of a range.</summary>
/// <param name="Unbiased">Σ w·x without the bias, in any implementation.</param>
/// <param name="Exact">Σ w·x + b in exact arithmetic, the bias always added.</param>
/// <param name="Biased">What ReLU gets, in any implementation: the bias added as the layer's bias mode says.</param>
/// <param name="Magnitude">Upper bound of Σ|t|, the bias included.</param>
/// <param name="LeastMagnitude">Lower bound of Σ|t|, the bias included.</param>
/// <param name="MayOverflow">Whether Σ|t| and what rounding adds to it can lie beyond the format's largest number; then only signs are
/// known.</param>
/// <param name="HasNegativeTerm">Whether some term, the bias included, can be below 0.</param>
/// <param name="TinyProducts">How many products are below the least normal number of the format for every input, and not all of them
/// 0.</param>
/// <param name="FirstTinyEdge">The first such edge, by its place in the layer; −1 where there is none.</param>
internal readonly record struct SumRange(
    Interval Unbiased,
    Interval Exact,
    Interval Biased,
    double Magnitude,
    double LeastMagnitude,
    bool MayOverflow,
    bool HasNegativeTerm,
    int TinyProducts,
    int FirstTinyEdge
);
