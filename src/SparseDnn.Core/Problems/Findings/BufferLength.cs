using System.Collections.Generic;
using System.Globalization;

namespace SparseDnn.Problems.Findings;

/// <summary>How long a buffer must be.</summary>
/// <param name="Network">Metadata name of the network's type.</param>
/// <param name="Constant">Name of its constant that says how many values an item has.</param>
/// <param name="Items">Number of items.</param>
internal sealed record BufferLength(string Network, string Constant, long Items) : IFinding
{
    private const string NetworkKey = "Length.Network";
    private const string ConstantKey = "Length.Constant";
    private const string ItemsKey = "Length.Items";

    /// <inheritdoc/>
    public IEnumerable<ProblemDatum> Data =>
        [new(NetworkKey, Network), new(ConstantKey, Constant), new(ItemsKey, Items.ToString(CultureInfo.InvariantCulture))];

    /// <summary>The finding of a diagnostic; null where it has none.</summary>
    /// <param name="properties">The properties of the diagnostic.</param>
    public static BufferLength? Read(IReadOnlyDictionary<string, string?> properties) =>
        properties.Text(NetworkKey) is { } network
        && properties.Text(ConstantKey) is { } constant
        && properties.Count(ItemsKey) is { } items
            ? new(network, constant, items)
            : null;
}
