using System;
using System.ComponentModel;
using SparseDnn.Contract;
using SparseDnn.Kernels;
using SparseDnn.Layouts;

namespace SparseDnn;

/// <summary>Base class of the networks that the generator emits: decodes the tables that their layers read.</summary>
/// <typeparam name="T">Element type.</typeparam>
/// <remarks>
/// Called by generated code; not meant for use by hand. Its name is what compiled assemblies refer to, so it stays when what is behind it
/// changes.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GeneratedNetwork<T> : TableNetwork<T>
    where T : unmanaged
{
    /// <summary>Decodes the tables.</summary>
    /// <param name="description">What the network is.</param>
    /// <param name="layout">Rows of activations between the layers, written by <see cref="RowLayoutCodec.Encode"/>.</param>
    /// <param name="tables">For each layer its encoded data, or null where it has code of its own.</param>
    /// <param name="order">What each layer demands of its inputs for the processor's own min and max, written by <see cref="OrderText"/>;
    /// empty where it makes no difference.</param>
    /// <param name="kernels">The kernel of each layer, or one for all.</param>
    protected GeneratedNetwork(
        NetworkDescription description,
        string layout,
        string?[] tables,
        string order,
        params LayerKernel<T>[] kernels
    )
        : this(description, DecodedNetwork.Of(layout, tables, order, description.LayerWidths), kernels) { }

    private GeneratedNetwork(NetworkDescription description, DecodedNetwork texts, LayerKernel<T>[] kernels)
        : base(
            description,
            texts.Layout,
            Array.ConvertAll(texts.Layers, data => data is null ? null : new LayerTable<T>(data)),
            texts.Order,
            kernels
        ) { }
}
