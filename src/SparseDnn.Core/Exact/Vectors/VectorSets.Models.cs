using System.Linq;
using System.Threading;
using SparseDnn.Algebra.Elements;
using SparseDnn.Exact.Fixtures;
using SparseDnn.Exact.Networks;
using SparseDnn.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Vectors;

internal static partial class VectorSets
{
    /// <summary>Vectors of any compiled network, over any semirings and element format.</summary>
    /// <remarks>
    /// Inputs lie in the network's declared ranges. Real plus-times networks with ReLU or none take the path of
    /// <see cref="FromNetwork(DyadicNetwork, FormatTriple, InputSetOptions, bool, out string?, CancellationToken)"/>. All others are
    /// evaluated in their own format by <see cref="RoundedEvaluator"/>, equality is demanded (bounds of 0), and
    /// <see cref="VectorSet.Ground"/> says of whom.
    /// </remarks>
    /// <param name="model">A sound network.</param>
    /// <param name="formats">The formats; null for the element format thrice, which is the only choice but for real plus-times
    /// networks.</param>
    /// <param name="options">What inputs to choose.</param>
    /// <param name="roundBetweenLayers">Whether rounding to the activation format after every layer is part of the expected result.</param>
    /// <param name="fault">Why there are no vectors and what to do; null on success.</param>
    /// <param name="cancellationToken">Checked for every layer of every item.</param>
    public static VectorSet? FromModel(
        Network model,
        FormatTriple? formats,
        InputSetOptions options,
        bool roundBetweenLayers,
        out string? fault,
        CancellationToken cancellationToken = default
    )
    {
        var own = NetworkConversion.Formats(model);
        // Outputs of other inputs than the declared ones mean nothing: the compiled network may leave neurons out for them.
        if (IsDyadic(model))
            return FromNetwork(
                NetworkConversion.ToDyadic(model),
                formats ?? own,
                Within(options, model.InputRanges),
                roundBetweenLayers,
                out fault,
                cancellationToken
            );
        fault = ModelVectors.Obstacle(model);
        if (formats is not null && formats != own)
            fault ??=
                $"'{model.Name}' is over {model.Layers[0].Semirings} in {own.Weights}, whose operations are those of the type; "
                + "leave the formats out, only real plus-times networks with ReLU can be judged in others";
        return fault is null ? ModelVectors.Compile(model, options, roundBetweenLayers, out fault, cancellationToken) : null;
    }

    // Values are drawn from what inputs can be, not from what is then moved to the ends of their ranges.
    private static InputSetOptions Within(InputSetOptions options, InputRanges? ranges)
    {
        if (ranges is null || options.Ranges is not null)
            return options;
        var (low, high) = (
            Dyadic.Max(options.Low, Dyadic.FromDouble(ranges.Hull.Low)),
            Dyadic.Min(options.High, Dyadic.FromDouble(ranges.Hull.High))
        );
        options = options with { Ranges = ranges };
        return low <= high && high.Sign > 0 ? options with { Low = low, High = high } : options;
    }

    private static bool IsDyadic(Network model) =>
        NumberTypes.Of(model.Elements).Real is not null && model.Layers.All(layer => layer.Semirings.IsOrdinary);
}
