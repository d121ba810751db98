using System.Linq;
using System.Threading;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Rounding;

/// <summary>Rounds a network's numbers to their formats, each once, to nearest even, and records what that changed.</summary>
internal static class NetworkRounding
{
    /// <summary>Rounds a network.</summary>
    /// <param name="network">A sound network.</param>
    /// <param name="formats">Weights go to the weight format, biases and ceilings to the accumulator format.</param>
    /// <param name="fault">Which value lies beyond its format and what to do; null on success.</param>
    /// <param name="cancellationToken">Checked every few values.</param>
    /// <returns>The rounded network; null where a value overflows or a ceiling vanishes.</returns>
    public static RoundedNetwork? Round(
        DyadicNetwork network,
        FormatTriple formats,
        out string? fault,
        CancellationToken cancellationToken = default
    )
    {
        var weights = new Recorder(formats.Weights, cancellationToken);
        var biases = new Recorder(formats.Accumulator, cancellationToken);
        var layers = network
            .Layers.Select(
                (layer, index) =>
                    layer with
                    {
                        Weights = weights.Round("weight", index, layer.Weights),
                        Biases = biases.Round("bias", index, layer.Biases),
                        Ceiling = layer.Ceiling is { } ceiling ? biases.Round("ceiling", index, new DyadicValues(ceiling, 1))[0] : null,
                    }
            )
            .ToArray();
        fault = weights.Fault ?? biases.Fault ?? Vanished(network, layers, formats);
        return fault is null ? new(network with { Layers = new(layers) }, formats, weights.Record, biases.Record) : null;
    }

    private static string? Vanished(DyadicNetwork network, DyadicLayer[] layers, FormatTriple formats)
    {
        var index = System.Array.FindIndex(layers, layer => layer.Ceiling is { IsZero: true });
        return index < 0 || network.Layers[index].Ceiling is { IsZero: true }
            ? null
            : $"the ceiling {network.Layers[index].Ceiling} of layer {index + 1} rounds to 0 in {formats.Accumulator}; use a "
                + "finer accumulator format or scale it";
    }

    private sealed class Recorder(StorageFormat format, CancellationToken cancellationToken)
    {
        private long _count;
        private Dyadic _worst;
        private string? _place;

        public string? Fault { get; private set; }

        public RoundingRecord Record => new(_count, _worst, _place);

        public DyadicValues Round(string what, int layer, DyadicValues values)
        {
            var index = 0;
            return values.Select(value => Round(value, what, layer, index++, values.IsConstant ? values.Count : 1));
        }

        private Dyadic Round(Dyadic value, string what, int layer, int index, int times)
        {
            if (index % 256 == 0)
                cancellationToken.ThrowIfCancellationRequested();
            // Zero and One of semirings such as min-plus.
            if (!value.IsFinite)
                return value;
            var rounded = format.Round(value, out var outcome);
            if (outcome == RoundingOutcome.Exact)
                return rounded;
            var place = what == "ceiling" ? $"ceiling of layer {layer + 1}" : $"{what} {index + 1} of layer {layer + 1}";
            if (outcome != RoundingOutcome.Rounded)
                Fault ??=
                    $"{place} is {value}, beyond the {format} range [{format.MinFinite}, {format.MaxFinite}]; use a wider "
                    + "format or scale the network";
            _count += times;
            var error = rounded.IsFinite ? (rounded - value).Abs() : Dyadic.PositiveInfinity;
            if (error > _worst)
                (_worst, _place) = (error, place);
            return rounded;
        }
    }
}
