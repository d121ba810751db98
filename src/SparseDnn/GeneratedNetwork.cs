using System;
using System.ComponentModel;
using SparseDnn.Planning;

namespace SparseDnn.Kernels;

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
    /// <param name="layout">Rows of activations between the layers, written by <see cref="RowLayout.Encode"/>.</param>
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
        : base(
            description,
            RowLayout.Decode(layout),
            // One after another, so that only one layer's data are there beside the tables.
            Array.ConvertAll(tables, text => text is null ? null : new LayerTable<T>(LayerDataCodec.Decode(text))),
            order,
            kernels
        ) { }
}
