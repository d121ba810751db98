using System.Globalization;
using System.Linq;
using SparseDnn.Exact.Networks;
using SparseDnn.Numerics;

namespace SparseDnn.Exact.Rounding;

/// <summary>
/// A network whose weights are values of the weight format, and whose biases and ceilings are values of the accumulator format.
/// </summary>
/// <param name="Network">The rounded network: what certificates, outputs and bounds speak of.</param>
/// <param name="Formats">The formats.</param>
/// <param name="Weights">What rounding changed in the weights.</param>
/// <param name="Biases">What rounding changed in biases and ceilings.</param>
internal sealed record RoundedNetwork(DyadicNetwork Network, FormatTriple Formats, RoundingRecord Weights, RoundingRecord Biases)
{
    /// <summary>What rounding changed, in a sentence; empty where nothing.</summary>
    public string Text =>
        string.Join(
            "; ",
            new[] { Sentence(Weights, Formats.Weights, "weights"), Sentence(Biases, Formats.Accumulator, "biases and ceilings") }.Where(
                text => text.Length > 0
            )
        );

    private static string Sentence(RoundingRecord record, StorageFormat format, string what) =>
        record.Count == 0
            ? ""
            : string.Format(
                CultureInfo.InvariantCulture,
                "{0} rounds {1} {2}, most {3}, by {4:G3}",
                format,
                record.Count,
                what,
                record.WorstPlace,
                record.Worst.ToDouble()
            );
}

/// <summary>What rounding the numbers of a network to their formats changed.</summary>
/// <param name="Count">How many values the format does not hold (a constant list counts once an element).</param>
/// <param name="Worst">Largest |rounded − declared|; 0 where nothing changed.</param>
/// <param name="WorstPlace">Where, for example <c>weight 3 of layer 2</c>; null where nothing changed.</param>
internal sealed record RoundingRecord(long Count, Dyadic Worst, string? WorstPlace);
