using System;
using System.Collections.Generic;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;

namespace SparseDnn.Contract;

/// <summary>The texts of one network, decoded and found to belong together.</summary>
/// <param name="Layout">The rows between the layers.</param>
/// <param name="Layers">The tables of each layer; null where it has none.</param>
/// <param name="Order">One letter a layer, or none; see <see cref="OrderText"/>.</param>
internal sealed record DecodedNetwork(RowLayout Layout, LayerData?[] Layers, string Order)
{
    /// <summary>Decodes.</summary>
    /// <param name="layout">Text of the row layout.</param>
    /// <param name="layers">Text of each layer's tables; null where it has none.</param>
    /// <param name="order">Text of the orders.</param>
    /// <param name="widths">Neurons at each boundary of the network, its inputs first.</param>
    /// <exception cref="ContractException">A text is damaged, not understood, or of another network.</exception>
    public static DecodedNetwork Of(string layout, IReadOnlyList<string?> layers, string order, IReadOnlyList<int> widths)
    {
        var rows = RowLayoutCodec.Decode(layout.AsSpan());
        Demand(rows.Layers == layers.Count && rows.Layers == widths.Count - 1, ContractUnit.RowLayout);
        Demand(rows.Rows[0] == widths[0] && Outputs(rows) == widths[rows.Layers], ContractUnit.RowLayout);
        var decoded = new LayerData?[layers.Count];
        for (var layer = 0; layer < decoded.Length; layer++)
            if (layers[layer] is { } text)
            {
                var data = LayerDataCodec.Decode(text.AsSpan());
                Demand(
                    data.Inputs == rows.Rows[layer]
                        && data.Partials.Count == rows.SharedSums[layer]
                        && data.Outputs == rows.Rows[layer + 1],
                    ContractUnit.LayerData
                );
                decoded[layer] = data;
            }

        return new DecodedNetwork(rows, decoded, OrderText.Decode(order.AsSpan(), rows.Layers));
    }

    private static int Outputs(RowLayout rows) => rows.RowOfOutput.Count > 0 ? rows.RowOfOutput.Count : rows.Rows[rows.Layers];

    private static void Demand(bool fits, ContractUnit kind)
    {
        if (!fits)
            throw ContractException.Foreign(kind, "its sizes are those of another network");
    }
}
