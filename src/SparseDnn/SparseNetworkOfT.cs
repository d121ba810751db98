using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Threading;
using SparseDnn.Elements;
using SparseDnn.Execution;
using SparseDnn.Execution.Screening;
using SparseDnn.Kernels;
using SparseDnn.Planning;

namespace SparseDnn;

/// <summary>A sparse network that can be run: compiled in by the generator, or loaded by <see cref="SparseNetwork"/>.</summary>
/// <typeparam name="T">Element type: float, double, int, long, bool or ulong.</typeparam>
/// <remarks>
/// Thread-safe. After the first calls have made its work areas, no call allocates. Results are the same bits on every
/// machine, for every batch size, thread count and vector width.
/// </remarks>
public abstract class SparseNetwork<T> : ISparseNetwork<T>
    where T : unmanaged
{
    // [] fits items of elements and of bytes alike; it means elements.
    private const int BehindElements = -1;

    private readonly BatchJobPool<T> _jobs;
    private readonly ItemWorkspacePool<T> _items;

    private protected SparseNetwork(NetworkDescription description, RowLayout layout, T zero)
    {
        Description = description;
        Layout = layout;
        Zero = zero;
        _jobs = new BatchJobPool<T>(this);
        _items = new ItemWorkspacePool<T>(this);
        Saturation = new Saturation<T>(this);
        InputScale = layout.InputScale == 1 || !Element.IsReal<T>() ? default : Element.FromNumber<T>(layout.InputScale);
        BitValue =
            layout.InputScale != 1 ? InputScale
            : typeof(T) == typeof(bool) ? default
            : Element.One<T>();
    }

    /// <summary>Rows of activations between the layers.</summary>
    internal RowLayout Layout { get; }

    /// <summary>What inputs are multiplied by before anything is added; <see langword="default"/> for nothing.</summary>
    internal T InputScale { get; }

    /// <summary>What a set bit becomes: 1, or what 1 is multiplied to.</summary>
    internal T BitValue { get; }

    /// <summary>What becomes of items whose values all reached the ceiling.</summary>
    internal Saturation<T> Saturation { get; }

    /// <inheritdoc/>
    public NetworkDescription Description { get; }

    /// <summary>Values in one input item.</summary>
    public int Inputs => Description.Inputs;

    /// <summary>Values in one output item.</summary>
    public int Outputs => Description.Outputs;

    /// <summary>Zero of the semiring that the layers sum over: the value of absent entries; 0 for plus-times, +∞ for min-plus.</summary>
    public T Zero { get; }

    /// <summary>Computes one item.</summary>
    /// <param name="input">The item: <see cref="Inputs"/> values, finite; a NaN reaches every output that depends on it.</param>
    /// <param name="output">Receives <see cref="Outputs"/> values; does not overlap the input.</param>
    /// <exception cref="ArgumentException">A length is wrong or the spans overlap.</exception>
    public void Infer(ReadOnlySpan<T> input, Span<T> output)
    {
        BatchArguments.CheckItem(Description, input, output);
        Compute(input, output);
    }

    private protected virtual void Compute(ReadOnlySpan<T> input, Span<T> output)
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

    /// <summary>Computes many items.</summary>
    /// <param name="inputs">The items one after another: at least <paramref name="batch"/> × <see cref="Inputs"/> values; what lies beyond
    /// is not read, so rented arrays may be passed whole.</param>
    /// <param name="outputs">Receives at least <paramref name="batch"/> × <see cref="Outputs"/> values, item after item; what lies beyond
    /// is not written. Does not overlap the inputs.</param>
    /// <param name="batch">Number of items, 0 or more.</param>
    /// <param name="options">Threads, progress, vector width; by default all cores.</param>
    /// <param name="cancellationToken">Stops the computation; some outputs are then written and some not.</param>
    /// <exception cref="ArgumentException">A span is too short or the spans overlap.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="batch"/> or an option is negative.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before all items were finished.</exception>
    public void InferBatch(
        ReadOnlySpan<T> inputs,
        Span<T> outputs,
        int batch,
        BatchOptions options = default,
        CancellationToken cancellationToken = default
    )
    {
        BatchArguments.CheckBatch(Description, inputs, outputs, batch, options);
        cancellationToken.ThrowIfCancellationRequested();
        if (batch == 0)
            return;
        if (batch == 1 && options is { VectorWidth: VectorWidth.Auto, Progress: null })
        {
            Infer(inputs[..Inputs], outputs[..Outputs]);
            return;
        }

        Compute(inputs, outputs, batch, options, cancellationToken);
    }

    private protected virtual void Compute(
        ReadOnlySpan<T> inputs,
        Span<T> outputs,
        int batch,
        BatchOptions options,
        CancellationToken cancellationToken
    ) =>
        _jobs.Run(
            MemoryMarshal.AsBytes(inputs),
            InputForm.Values,
            Inputs * Unsafe.SizeOf<T>(),
            outputs,
            default,
            batch,
            options,
            cancellationToken
        );

    /// <summary>Computes many items given as numbers from 0 to 255, such as grey pixels, without widening them in memory.</summary>
    /// <param name="inputs">The items one after another: at least <paramref name="batch"/> × <see cref="Inputs"/> bytes.</param>
    /// <param name="outputs">Receives at least <paramref name="batch"/> × <see cref="Outputs"/> values.</param>
    /// <param name="batch">Number of items, 0 or more.</param>
    /// <param name="options">Threads, progress, vector width; by default all cores.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <exception cref="ArgumentException">A span is too short.</exception>
    /// <exception cref="NotSupportedException">The elements are no numbers, or absent entries are not 0.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before all items were finished.</exception>
    [OverloadResolutionPriority(BehindElements)]
    public void InferBatch(
        ReadOnlySpan<byte> inputs,
        Span<T> outputs,
        int batch,
        BatchOptions options = default,
        CancellationToken cancellationToken = default
    )
    {
        BatchArguments.CheckNarrow(this, inputs.Length, (long)batch * Inputs, outputs.Length, (long)batch * Outputs, batch, options);
        Compute(inputs, InputForm.Bytes, Inputs, outputs, default, batch, options, cancellationToken);
    }

    /// <summary>Computes many items given as packed zeros and ones, without widening them in memory.</summary>
    /// <param name="inputs">The items, each of <see cref="Inputs"/> bits.</param>
    /// <param name="outputs">Receives <see cref="Outputs"/> values an item.</param>
    /// <param name="options">Threads, progress, vector width; by default all cores.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <exception cref="ArgumentException">The items have another size, or the outputs are too short.</exception>
    /// <exception cref="NotSupportedException">The elements are no numbers, or absent entries are not 0.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before all items were finished.</exception>
    public void InferBatch(BitMatrix inputs, Span<T> outputs, BatchOptions options = default, CancellationToken cancellationToken = default)
    {
        BatchArguments.CheckColumns(Description, inputs.Columns);
        BatchArguments.CheckNarrow(this, inputs.Columns, Inputs, outputs.Length, (long)inputs.Items * Outputs, inputs.Items, options);
        Compute(inputs.Bytes, InputForm.Bits, inputs.BytesPerItem, outputs, default, inputs.Items, options, cancellationToken);
    }

    /// <summary>Tells for many items whether any output is other than <see cref="Zero"/>, without writing the outputs.</summary>
    /// <param name="inputs">The items one after another.</param>
    /// <param name="categories">Receives one value an item; its length is the number of items.</param>
    /// <param name="options">Threads, progress, vector width; by default all cores.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <exception cref="ArgumentException">The items are too short.</exception>
    /// <exception cref="NotSupportedException">The elements are booleans.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before all items were finished.</exception>
    public void Categorize(
        ReadOnlySpan<T> inputs,
        Span<bool> categories,
        BatchOptions options = default,
        CancellationToken cancellationToken = default
    )
    {
        if (typeof(T) == typeof(bool))
            throw new NotSupportedException("Booleans have no categories; look at the outputs.");
        BatchArguments.CheckLengths(
            inputs.Length,
            (long)categories.Length * Inputs,
            categories.Length,
            categories.Length,
            categories.Length,
            options
        );
        Compute(
            MemoryMarshal.AsBytes(inputs),
            InputForm.Values,
            Inputs * Unsafe.SizeOf<T>(),
            default,
            categories,
            categories.Length,
            options,
            cancellationToken
        );
    }

    /// <summary>Tells for many items of bytes whether any output is other than 0, without writing the outputs.</summary>
    /// <param name="inputs">The items one after another.</param>
    /// <param name="categories">Receives one value an item; its length is the number of items.</param>
    /// <param name="options">Threads, progress, vector width; by default all cores.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <exception cref="ArgumentException">The items are too short.</exception>
    /// <exception cref="NotSupportedException">The elements are no numbers, or absent entries are not 0.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before all items were finished.</exception>
    [OverloadResolutionPriority(BehindElements)]
    public void Categorize(
        ReadOnlySpan<byte> inputs,
        Span<bool> categories,
        BatchOptions options = default,
        CancellationToken cancellationToken = default
    )
    {
        BatchArguments.CheckNarrow(
            this,
            inputs.Length,
            (long)categories.Length * Inputs,
            categories.Length,
            categories.Length,
            categories.Length,
            options
        );
        Compute(inputs, InputForm.Bytes, Inputs, default, categories, categories.Length, options, cancellationToken);
    }

    /// <summary>Tells for many items of packed zeros and ones whether any output is other than 0, without writing the outputs.</summary>
    /// <param name="inputs">The items, each of <see cref="Inputs"/> bits.</param>
    /// <param name="categories">Receives one value an item.</param>
    /// <param name="options">Threads, progress, vector width; by default all cores.</param>
    /// <param name="cancellationToken">Stops the computation.</param>
    /// <exception cref="ArgumentException">The items have another size, or there are fewer places than items.</exception>
    /// <exception cref="NotSupportedException">The elements are no numbers, or absent entries are not 0.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled before all items were finished.</exception>
    public void Categorize(
        BitMatrix inputs,
        Span<bool> categories,
        BatchOptions options = default,
        CancellationToken cancellationToken = default
    )
    {
        BatchArguments.CheckColumns(Description, inputs.Columns);
        BatchArguments.CheckNarrow(this, inputs.Columns, Inputs, categories.Length, inputs.Items, inputs.Items, options);
        Compute(inputs.Bytes, InputForm.Bits, inputs.BytesPerItem, default, categories, inputs.Items, options, cancellationToken);
    }

    private void Compute(
        ReadOnlySpan<byte> inputs,
        InputForm form,
        int stride,
        Span<T> outputs,
        Span<bool> categories,
        int batch,
        BatchOptions options,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (batch > 0)
            _jobs.Run(inputs, form, stride, outputs, categories, batch, options, cancellationToken);
    }

    /// <inheritdoc/>
    public override string ToString() => Description.ToString();

    /// <summary>The outputs of an item of which a layer left its ceiling in every row.</summary>
    /// <param name="boundary">Number of layers behind it.</param>
    /// <param name="ceiling">Their value.</param>
    internal T[] OutputsOfSaturated(int boundary, T ceiling)
    {
        var outputs = new T[Outputs];
        var workspace = _items.Rent();
        workspace.RunFrom(boundary, ceiling, ref outputs[0]);
        _items.Return(workspace);
        return outputs;
    }

    /// <summary>Whether such an item has the next layer's ceiling in every row behind it.</summary>
    /// <param name="boundary">Number of layers behind it.</param>
    /// <param name="ceiling">The value of its rows.</param>
    /// <param name="next">The next layer's ceiling.</param>
    internal bool StaysSaturated(int boundary, T ceiling, T next)
    {
        var workspace = _items.Rent();
        var stays = workspace.Stays(boundary, ceiling, next);
        _items.Return(workspace);
        return stays;
    }

    /// <summary>Computes one layer for some registers of items; called by the library only.</summary>
    /// <param name="layer">0-based.</param>
    /// <param name="width">The register width; never <see cref="VectorWidth.Auto"/>.</param>
    /// <param name="ordered">Whether the processor's own min and max return the same bits for these inputs.</param>
    /// <param name="x">Inputs of the layer, neuron-major.</param>
    /// <param name="y">Outputs of the layer, neuron-major.</param>
    /// <param name="registers">Number of registers from the first on.</param>
    protected abstract void RunLayer(int layer, VectorWidth width, bool ordered, ref T x, ref T y, int registers);

    /// <summary>For which inputs a layer may use the processor's own min and max, and whether its outputs are such inputs again.</summary>
    internal virtual OrderedInputs OrderedInputsOf(int layer, out bool keeps)
    {
        keeps = false;
        return OrderedInputs.Never;
    }

    /// <summary>Whether two tiles side by side pay: some layer has panels.</summary>
    internal virtual bool PairsTiles => false;

    /// <summary>Computes one layer for two tiles.</summary>
    /// <param name="layer">0-based.</param>
    /// <param name="width">256 or 512 bits.</param>
    /// <param name="x">Inputs of the first tile.</param>
    /// <param name="y">Outputs of the first tile.</param>
    /// <param name="other">Elements from the first tile to the second.</param>
    /// <returns>Whether the layer has that form; if not, nothing was computed.</returns>
    internal virtual bool TryComputePair(int layer, VectorWidth width, ref T x, ref T y, nint other) => false;

    /// <summary>The first layer for items of bits; null where it has no such form.</summary>
    internal virtual BitLayer? Bits => null;

    /// <summary>What tells which items of zeros and ones die in the first layers; null where nothing does.</summary>
    internal virtual ItemScreen? Screen => null;

    internal void ComputeLayer(int layer, VectorWidth width, bool ordered, ref T x, ref T y, int registers) =>
        RunLayer(layer, width, ordered, ref x, ref y, registers);

    /// <summary>Computes one layer for a single item, by whichever kernel is fastest for one.</summary>
    internal virtual void ComputeItem(int layer, bool ordered, ref T x, ref T y) =>
        RunLayer(layer, VectorWidth.Scalar, ordered, ref x, ref y, 1);
}
