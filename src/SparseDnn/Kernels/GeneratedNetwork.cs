using System;
using System.ComponentModel;
using System.Linq;
using SparseDnn.Contract;
using SparseDnn.Execution;
using SparseDnn.Execution.Screening;
using SparseDnn.Planning;

namespace SparseDnn.Kernels;

/// <summary>Base class of the networks that the generator emits: holds the tables of table-driven layers and their kernels.</summary>
/// <typeparam name="T">Element type.</typeparam>
/// <remarks>Called by generated code; not meant for use by hand.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class GeneratedNetwork<T> : SparseNetwork<T>
    where T : unmanaged
{
    private readonly LayerTable<T>?[] _tables;
    private readonly LayerKernel<T>[] _kernels;
    private readonly string _order;
    private readonly Lazy<BitLayer?> _bits;
    private readonly Lazy<bool> _pairs;
    private readonly Lazy<ItemScreen?> _screen;

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
        : this(
            description,
            texts.Layout,
            Array.ConvertAll(texts.Layers, data => data is null ? null : new LayerTable<T>(data)),
            texts.Order,
            kernels
        ) { }

    private protected GeneratedNetwork(
        NetworkDescription description,
        RowLayout layout,
        LayerTable<T>?[] tables,
        string order,
        LayerKernel<T>[] kernels
    )
        : base(description, layout, kernels[0].Zero)
    {
        _tables = tables;
        _order = order;
        _bits = new Lazy<BitLayer?>(() =>
            tables[0] is LayerTable<float> table && _kernels![0] is LayerKernel<float> kernel
                ? BitLayer.Create(table, kernel, (float)(object)BitValue)
                : null
        );
        _pairs = new Lazy<bool>(() => Array.Exists(tables, table => table?.Panels is not null));
        _screen = new Lazy<ItemScreen?>(() =>
            tables is LayerTable<float>?[] layers ? ItemScreen.Create(layers, (float)(object)BitValue) : null
        );
        _kernels = kernels.Length == tables.Length ? kernels : Enumerable.Repeat(kernels[0], tables.Length).ToArray();
    }

    internal override BitLayer? Bits => _bits.Value;

    internal override bool PairsTiles => _pairs.Value;

    internal override bool TryComputePair(int layer, VectorWidth width, ref T x, ref T y, nint other)
    {
        if (_tables[layer] is not { Panels: not null } table)
            return false;
        _kernels[layer].RunPair(table, width, ref x, ref y, other);
        return true;
    }

    internal override ItemScreen? Screen => _screen.Value;

    /// <inheritdoc/>
    protected override void RunLayer(int layer, VectorWidth width, bool ordered, ref T x, ref T y, int registers) =>
        _kernels[layer].Run(_tables[layer]!, width, ordered, ref x, ref y, registers);

    internal override void ComputeItem(int layer, bool ordered, ref T x, ref T y)
    {
        if (_tables[layer] is { Packed: not null } table)
            _kernels[layer].RunItem(table, ordered, ref x, ref y);
        else
            base.ComputeItem(layer, ordered, ref x, ref y);
    }

    internal override OrderedInputs OrderedInputsOf(int layer, out bool keeps)
    {
        keeps = false;
        return _order.Length == 0 ? OrderedInputs.Never : OrderText.Read(_order[layer], out keeps);
    }
}
