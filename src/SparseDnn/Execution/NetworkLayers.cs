using System;
using System.Linq;
using System.Runtime.CompilerServices;
using SparseDnn.Contract;
using SparseDnn.Kernels;
using SparseDnn.Kernels.Bits;
using SparseDnn.Kernels.Screening;
using SparseDnn.Layouts;
using SparseDnn.Planning.Model;

namespace SparseDnn.Execution;

/// <summary>
/// The layers of a network as its plan lays them out: for each the tables that the chosen strategies read, and its kernel.
/// </summary>
/// <typeparam name="T">Element type.</typeparam>
internal sealed class NetworkLayers<T>
    where T : unmanaged
{
    private readonly LayerTable<T>?[] _tables;
    private readonly LayerKernel<T>[] _kernels;
    private readonly OrderedInputs[] _demands;
    private readonly bool[] _keeps;
    private readonly Lazy<BitLayer<T>?> _bits;
    private readonly Lazy<ItemScreen?> _screen;

    /// <summary>Lays the layers out.</summary>
    /// <param name="tables">For each layer its tables; null where none of its strategies reads any.</param>
    /// <param name="kernels">The kernel of each layer, or one for all.</param>
    /// <param name="order">What each layer demands of its inputs for the processor's own min and max, written by
    /// <see cref="OrderText"/>.</param>
    /// <param name="one">What a set bit stands for.</param>
    public NetworkLayers(LayerTable<T>?[] tables, LayerKernel<T>[] kernels, string order, double one)
    {
        _tables = tables;
        _kernels = kernels.Length == tables.Length ? kernels : Enumerable.Repeat(kernels[0], tables.Length).ToArray();
        (_demands, _keeps) = (new OrderedInputs[order.Length], new bool[order.Length]);
        for (var layer = 0; layer < order.Length; layer++)
            _demands[layer] = OrderText.Read(order[layer], out _keeps[layer]);
        HasPanels = Array.Exists(tables, table => table is { Tails: not null } && table.Kernels.HasFlag(KernelStrategies.Panels));
        // Made when a batch first asks for them: not every program has items of bits, or many items.
        _bits = new(() => tables[0] is { } table ? BitLayer<T>.Create(table, _kernels[0], (float)one) : null);
        _screen = new(() => ItemScreen.Create(tables, one));
    }

    /// <summary>Zero of the semiring that the layers sum over.</summary>
    public T Zero => _kernels[0].Zero;

    /// <summary>Whether two tiles side by side pay: some layer has panels.</summary>
    public bool HasPanels { get; }

    /// <summary>The first layer for items of bits; null where it has no such form.</summary>
    public BitLayer<T>? Bits => _bits.Value;

    /// <summary>What tells which items of zeros and ones die in the first layers; null where nothing does.</summary>
    public ItemScreen? Screen => _screen.Value;

    /// <summary>Computes a layer from its tables.</summary>
    /// <param name="layer">0-based.</param>
    /// <param name="width">The register width.</param>
    /// <param name="ordered">Whether the processor's own min and max return the same bits for these inputs.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="y">Outputs.</param>
    /// <param name="registers">Number of registers from the first on.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(int layer, VectorWidth width, bool ordered, ref T x, ref T y, int registers) =>
        _kernels[layer].Run(_tables[layer]!, width, ordered, ref x, ref y, registers);

    /// <summary>Computes a layer for two tiles.</summary>
    /// <param name="layer">0-based.</param>
    /// <param name="width">256 or 512 bits.</param>
    /// <param name="x">Inputs of the first tile.</param>
    /// <param name="y">Outputs of the first tile.</param>
    /// <param name="other">Elements from the first tile to the second.</param>
    /// <returns>Whether the layer has that form; if not, nothing was computed.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRunPair(int layer, VectorWidth width, ref T x, ref T y, nint other)
    {
        if (_tables[layer] is not { Panels: not null } table)
            return false;
        _kernels[layer].RunPair(table, width, ref x, ref y, other);
        return true;
    }

    /// <summary>Computes a layer for one item from packed columns.</summary>
    /// <param name="layer">0-based.</param>
    /// <param name="ordered">Whether the processor's own min and max return the same bits for these inputs.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="y">Outputs.</param>
    /// <returns>Whether the layer has that form; if not, nothing was computed.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryRunItem(int layer, bool ordered, ref T x, ref T y)
    {
        if (_tables[layer] is not { Packed: not null } table)
            return false;
        _kernels[layer].RunItem(table, ordered, ref x, ref y);
        return true;
    }

    /// <summary>For which inputs a layer may use the processor's own min and max, and whether its outputs are such inputs again.</summary>
    /// <param name="layer">0-based.</param>
    /// <param name="keeps">Whether they are.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public OrderedInputs Demand(int layer, out bool keeps)
    {
        keeps = _keeps.Length > 0 && _keeps[layer];
        return _demands.Length == 0 ? OrderedInputs.Never : _demands[layer];
    }
}
