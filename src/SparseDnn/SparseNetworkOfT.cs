using System;
using System.Runtime.CompilerServices;
using System.Threading;
using SparseDnn.Layouts;

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

    private protected SparseNetwork(NetworkDescription description, T zero) => (Description, Zero) = (description, zero);

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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Infer(ReadOnlySpan<T> input, Span<T> output)
    {
        BatchArguments.CheckItem(Description, input, output);
        Compute(input, output);
    }

    private protected abstract void Compute(ReadOnlySpan<T> input, Span<T> output);

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

        Compute(inputs, outputs, default, batch, options, cancellationToken);
    }

    /// <summary>Computes items of elements: outputs or categories, whichever there is room for.</summary>
    private protected abstract void Compute(
        ReadOnlySpan<T> inputs,
        Span<T> outputs,
        Span<bool> categories,
        int batch,
        BatchOptions options,
        CancellationToken cancellationToken
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
        BatchArguments.CheckNarrow(
            Description,
            Zero,
            inputs.Length,
            (long)batch * Inputs,
            outputs.Length,
            (long)batch * Outputs,
            batch,
            options
        );
        ComputeSome(inputs, InputForm.Bytes, Inputs, outputs, default, batch, options, cancellationToken);
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
        BatchArguments.CheckNarrow(
            Description,
            Zero,
            inputs.Columns,
            Inputs,
            outputs.Length,
            (long)inputs.Items * Outputs,
            inputs.Items,
            options
        );
        ComputeSome(inputs.Bytes, InputForm.Bits, inputs.BytesPerItem, outputs, default, inputs.Items, options, cancellationToken);
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
        cancellationToken.ThrowIfCancellationRequested();
        if (!categories.IsEmpty)
            Compute(inputs, default, categories, categories.Length, options, cancellationToken);
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
            Description,
            Zero,
            inputs.Length,
            (long)categories.Length * Inputs,
            categories.Length,
            categories.Length,
            categories.Length,
            options
        );
        ComputeSome(inputs, InputForm.Bytes, Inputs, default, categories, categories.Length, options, cancellationToken);
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
        BatchArguments.CheckNarrow(Description, Zero, inputs.Columns, Inputs, categories.Length, inputs.Items, inputs.Items, options);
        ComputeSome(inputs.Bytes, InputForm.Bits, inputs.BytesPerItem, default, categories, inputs.Items, options, cancellationToken);
    }

    private void ComputeSome(
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
            Compute(inputs, form, stride, outputs, categories, batch, options, cancellationToken);
    }

    /// <summary>Computes items of bytes or bits: outputs or categories, whichever there is room for.</summary>
    private protected abstract void Compute(
        ReadOnlySpan<byte> inputs,
        InputForm form,
        int stride,
        Span<T> outputs,
        Span<bool> categories,
        int batch,
        BatchOptions options,
        CancellationToken cancellationToken
    );

    /// <inheritdoc/>
    public override string ToString() => Description.ToString();
}
