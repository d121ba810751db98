using System;
using System.ComponentModel;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using SparseDnn.Contract;
using SparseDnn.Execution;
using SparseDnn.Kernels;
using SparseDnn.Layouts;
using SparseDnn.Planning;
using SparseDnn.Planning.Model;

namespace SparseDnn;

/// <summary>A network whose layers are computed from tables, some perhaps by code of their own.</summary>
/// <typeparam name="T">Element type of the kernels: float, double, int, long or ulong.</typeparam>
/// <remarks>Made by <see cref="SparseNetwork"/> and by generated code; not meant for use by hand.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public class TableNetwork<T> : SparseNetwork<T>, ILayerRunner<T>
    where T : unmanaged
{
    private readonly NetworkExecutor<T> _executor;

    /// <summary>The executor of a plan of tables.</summary>
    /// <param name="plan">The plan, of which nothing is kept.</param>
    /// <param name="kernels">The kernel of each layer, or one for all.</param>
    internal TableNetwork(NetworkPlan plan, LayerKernel<T>[] kernels)
        : this(
            NetworkDescription.Of(plan),
            RowLayout.Of(plan),
            plan.Layers.Select(layer => layer.Passes ? null : new LayerTable<T>(layer.Data)).ToArray(),
            OrderText.Write(plan),
            kernels
        ) { }

    private protected TableNetwork(
        NetworkDescription description,
        RowLayout layout,
        LayerTable<T>?[] tables,
        string order,
        LayerKernel<T>[] kernels
    )
        : base(description, kernels[0].Zero)
    {
        Layers = new(tables, kernels, order, layout.InputScale);
        _executor = new(description.Inputs, description.Outputs, description.FirstDroppingLayer, layout, Layers, this);
    }

    /// <summary>The layers as the plan lays them out.</summary>
    internal NetworkLayers<T> Layers { get; }

    /// <summary>Computes one layer for some registers of items; called by the library only.</summary>
    /// <param name="layer">0-based.</param>
    /// <param name="width">The register width; never <see cref="VectorWidth.Auto"/>.</param>
    /// <param name="ordered">Whether the processor's own min and max return the same bits for these inputs.</param>
    /// <param name="x">Inputs of the layer, neuron-major.</param>
    /// <param name="y">Outputs of the layer, neuron-major.</param>
    /// <param name="registers">Number of registers from the first on.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected virtual void RunLayer(int layer, VectorWidth width, bool ordered, ref T x, ref T y, int registers) =>
        Layers.Run(layer, width, ordered, ref x, ref y, registers);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void ILayerRunner<T>.RunLayer(int layer, VectorWidth width, bool ordered, ref T x, ref T y, int registers) =>
        RunLayer(layer, width, ordered, ref x, ref y, registers);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private protected override void Compute(ReadOnlySpan<T> input, Span<T> output) => _executor.Run(input, output);

    private protected override void Compute(
        ReadOnlySpan<T> inputs,
        Span<T> outputs,
        Span<bool> categories,
        int batch,
        BatchOptions options,
        CancellationToken cancellationToken
    ) =>
        _executor.Run(
            MemoryMarshal.AsBytes(inputs),
            InputForm.Values,
            Inputs * Unsafe.SizeOf<T>(),
            outputs,
            categories,
            batch,
            options,
            cancellationToken
        );

    private protected override void Compute(
        ReadOnlySpan<byte> inputs,
        InputForm form,
        int stride,
        Span<T> outputs,
        Span<bool> categories,
        int batch,
        BatchOptions options,
        CancellationToken cancellationToken
    ) => _executor.Run(inputs, form, stride, outputs, categories, batch, options, cancellationToken);
}
