using System;
using System.Buffers;
using System.ComponentModel;
using System.Threading;
using SparseDnn.Execution;
using SparseDnn.Layouts;

namespace SparseDnn;

/// <summary>A network of booleans, computed 64 items a word.</summary>
/// <param name="words">The same layers over words: true is all ones.</param>
/// <remarks>
/// Called by generated code; not meant for use by hand. Items are packed and unpacked in blocks, so batches of any size take little memory
/// beside the caller's.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BooleanNetwork(SparseNetwork<ulong> words) : SparseNetwork<bool>(words.Description, zero: false)
{
    // 16 words are a tile of the word kernels.
    private const int WordsPerBlock = 16;

    private protected override void Compute(ReadOnlySpan<bool> input, Span<bool> output) =>
        Compute(input, output, default, 1, new BatchOptions { MaxDegreeOfParallelism = 1 }, CancellationToken.None);

    private protected override void Compute(
        ReadOnlySpan<bool> inputs,
        Span<bool> outputs,
        Span<bool> categories,
        int batch,
        BatchOptions options,
        CancellationToken cancellationToken
    )
    {
        var most = Math.Min(
            WordsPerBlock * Math.Max(1, options.MaxDegreeOfParallelism == 0 ? Environment.ProcessorCount : options.MaxDegreeOfParallelism),
            WordsPacking.Words(batch)
        );
        var packedInputs = ArrayPool<ulong>.Shared.Rent(most * Inputs);
        var packedOutputs = ArrayPool<ulong>.Shared.Rent(most * Outputs);
        try
        {
            for (var first = 0; first < batch; first += most * WordsPacking.Items)
            {
                var items = Math.Min(most * WordsPacking.Items, batch - first);
                var count = WordsPacking.Words(items);
                WordsPacking.Pack(inputs.Slice(first * Inputs, items * Inputs), packedInputs, Inputs, items);
                words.InferBatch(
                    packedInputs.AsSpan(0, count * Inputs),
                    packedOutputs.AsSpan(0, count * Outputs),
                    count,
                    options with
                    {
                        Progress = null,
                    },
                    cancellationToken
                );
                WordsPacking.Unpack(packedOutputs, outputs.Slice(first * Outputs, items * Outputs), Outputs, items);
                options.Progress?.Report(first + items);
            }
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(packedInputs);
            ArrayPool<ulong>.Shared.Return(packedOutputs);
        }
    }

    private protected override void Compute(
        ReadOnlySpan<byte> inputs,
        InputForm form,
        int stride,
        Span<bool> outputs,
        Span<bool> categories,
        int batch,
        BatchOptions options,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException("Items of bytes and bits are numbers, but the elements are booleans.");
}
