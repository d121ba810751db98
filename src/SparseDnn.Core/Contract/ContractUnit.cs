namespace SparseDnn.Contract;

/// <summary>Kinds of texts that generated code carries for the runtime; each is the letter that its header holds.</summary>
internal enum ContractUnit
{
    /// <summary>The tables of one layer, see <see cref="LayerDataCodec"/>.</summary>
    LayerData = 'L',

    /// <summary>The rows between the layers of a network, see <see cref="RowLayoutCodec"/>.</summary>
    RowLayout = 'R',

    /// <summary>For which inputs layers may use the processor's own min and max, see <see cref="OrderText"/>.</summary>
    Order = 'O',

    /// <summary>Test vectors of exact fixtures.</summary>
    Vectors = 'V',
}
