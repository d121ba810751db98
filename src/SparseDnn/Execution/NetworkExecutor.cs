using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using SparseDnn.Elements;
using SparseDnn.Layouts;
using SparseDnn.Planning;

namespace SparseDnn.Execution;

/// <summary>Runs a planned network: what workers, jobs and work areas know of it.</summary>
/// <typeparam name="T">Element type of the kernels.</typeparam>
/// <remarks>Thread-safe. After the first calls have made its work areas, no call allocates.</remarks>
internal sealed class NetworkExecutor<T>
    where T : unmanaged
{
    private readonly ILayerRunner<T> _runner;
    private readonly BatchJobPool<T> _jobs;
    private readonly ItemWorkspacePool<T> _items;

    /// <summary>Prepares.</summary>
    /// <param name="inputs">Values in an input item.</param>
    /// <param name="outputs">Values in an output item.</param>
    /// <param name="firstDroppingLayer">From this layer on (0-based) items whose values are all Zero leave.</param>
    /// <param name="layout">Rows of activations between the layers.</param>
    /// <param name="layers">The layers.</param>
    /// <param name="runner">Computes them, perhaps by code of its own.</param>
    public NetworkExecutor(
        int inputs,
        int outputs,
        int firstDroppingLayer,
        RowLayout layout,
        NetworkLayers<T> layers,
        ILayerRunner<T> runner
    )
    {
        (Inputs, Outputs, FirstDroppingLayer, Layout, Layers, _runner) = (inputs, outputs, firstDroppingLayer, layout, layers, runner);
        Zero = layers.Zero;
        InputScale = layout.InputScale == 1 || !Element.IsReal<T>() ? default : Element.FromNumber<T>(layout.InputScale);
        BitValue = layout.InputScale != 1 ? InputScale : Element.One<T>();
        _jobs = new BatchJobPool<T>(this);
        _items = new ItemWorkspacePool<T>(this);
        Saturation = new Saturation<T>(this);
    }

    /// <summary>Values in an input item.</summary>
    public int Inputs { get; }

    /// <summary>Values in an output item.</summary>
    public int Outputs { get; }

    /// <summary>From this layer on (0-based) items whose values are all Zero leave.</summary>
    public int FirstDroppingLayer { get; }

    /// <summary>Rows of activations between the layers.</summary>
    public RowLayout Layout { get; }

    /// <summary>The layers as the plan lays them out.</summary>
    public NetworkLayers<T> Layers { get; }

    /// <summary>Zero of the semiring that the layers sum over.</summary>
    public T Zero { get; }

    /// <summary>What inputs are multiplied by before anything is added; <see langword="default"/> for nothing.</summary>
    public T InputScale { get; }

    /// <summary>What a set bit becomes: 1, or what 1 is multiplied to.</summary>
    public T BitValue { get; }

    /// <summary>What becomes of items whose values all reached the ceiling.</summary>
    public Saturation<T> Saturation { get; }

    /// <summary>Computes one item.</summary>
    /// <param name="input">The item.</param>
    /// <param name="output">Receives its outputs.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run(ReadOnlySpan<T> input, Span<T> output)
    {
        var workspace = _items.Rent();
        try
        {
            workspace.Run(ref MemoryMarshal.GetReference(input), ref MemoryMarshal.GetReference(output));
        }
        finally
        {
            _items.Return(workspace);
        }
    }

    /// <summary>Computes a batch.</summary>
    /// <param name="inputs">The items, as bytes.</param>
    /// <param name="form">What the bytes are.</param>
    /// <param name="stride">Bytes from item to item.</param>
    /// <param name="outputs">Outputs, or none.</param>
    /// <param name="categories">Or one category an item.</param>
    /// <param name="batch">Number of items, at least 1.</param>
    /// <param name="options">The caller's.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public void Run(
        ReadOnlySpan<byte> inputs,
        InputForm form,
        int stride,
        Span<T> outputs,
        Span<bool> categories,
        int batch,
        BatchOptions options,
        CancellationToken cancellationToken
    ) => _jobs.Run(inputs, form, stride, outputs, categories, batch, options, cancellationToken);

    /// <summary>Computes one layer for some registers of items.</summary>
    /// <inheritdoc cref="ILayerRunner{T}.RunLayer"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void RunLayer(int layer, VectorWidth width, bool ordered, ref T x, ref T y, int registers) =>
        _runner.RunLayer(layer, width, ordered, ref x, ref y, registers);

    /// <summary>Computes one layer for a single item, by whichever kernel is fastest for one.</summary>
    /// <param name="layer">0-based.</param>
    /// <param name="ordered">Whether the processor's own min and max return the same bits for these inputs.</param>
    /// <param name="x">Inputs.</param>
    /// <param name="y">Outputs.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void RunItem(int layer, bool ordered, ref T x, ref T y)
    {
        if (!Layers.TryRunItem(layer, ordered, ref x, ref y))
            RunLayer(layer, VectorWidth.Scalar, ordered, ref x, ref y, 1);
    }
}
