using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using SparseDnn.Elements;

namespace SparseDnn;

/// <summary>Validates the arguments of a call once, at the boundary.</summary>
internal static class BatchArguments
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void CheckItem<T>(NetworkDescription network, ReadOnlySpan<T> input, Span<T> output)
    {
        if (input.Length != network.Inputs)
            ThrowLength(nameof(input), input.Length, $"{network.Name} takes {network.Inputs} inputs");
        if (output.Length != network.Outputs)
            ThrowLength(nameof(output), output.Length, $"{network.Name} gives {network.Outputs} outputs");
        if (((ReadOnlySpan<T>)output).Overlaps(input))
            ThrowOverlap(nameof(output));
    }

    public static void CheckBatch<T>(NetworkDescription network, ReadOnlySpan<T> inputs, Span<T> outputs, int batch, BatchOptions options)
    {
        CheckOptions(batch, options);
        if (inputs.Length < (long)batch * network.Inputs)
            ThrowLength(
                nameof(inputs),
                inputs.Length,
                $"{batch} items of {network.Name} take {batch} × {network.Inputs} = {(long)batch * network.Inputs} values"
            );
        if (outputs.Length < (long)batch * network.Outputs)
            ThrowLength(
                nameof(outputs),
                outputs.Length,
                $"{batch} items of {network.Name} give {batch} × {network.Outputs} = {(long)batch * network.Outputs} values"
            );
        if (((ReadOnlySpan<T>)outputs).Overlaps(inputs))
            ThrowOverlap(nameof(outputs));
    }

    /// <summary>For items of bytes or bits.</summary>
    public static void CheckNarrow<T>(
        NetworkDescription network,
        T zero,
        long inputs,
        long wantedInputs,
        long results,
        long wantedResults,
        int batch,
        BatchOptions options
    )
        where T : unmanaged
    {
        if (Element.HoldsBits<T>())
            throw new NotSupportedException(
                $"Items of bytes and bits are numbers, but the elements of {network.Name} are {typeof(T).Name}; give it its own elements."
            );
        if (!EqualityComparer<T>.Default.Equals(zero, default))
            throw new NotSupportedException(
                $"Items of bytes and bits say 0 for what is absent, but {network.Name} says {zero}; give it its own elements."
            );
        CheckLengths(inputs, wantedInputs, results, wantedResults, batch, options);
    }

    /// <summary>The size of items of bits.</summary>
    public static void CheckColumns(NetworkDescription network, int inputs)
    {
        if (inputs != network.Inputs)
            throw new ArgumentException($"The items have {inputs} bits but {network.Name} takes {network.Inputs} inputs.", nameof(inputs));
    }

    /// <summary>Lengths that may be longer than wanted, save for the bits of an item, which are given as such.</summary>
    public static void CheckLengths(long inputs, long wantedInputs, long results, long wantedResults, int batch, BatchOptions options)
    {
        CheckOptions(batch, options);
        if (inputs < wantedInputs)
            throw new ArgumentException($"There are {inputs} inputs but {wantedInputs} are wanted.", nameof(inputs));
        if (results < wantedResults)
            throw new ArgumentException($"There is room for {results} results but {wantedResults} are given.", nameof(results));
    }

    private static void CheckOptions(int batch, BatchOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(batch);
        if (options.MaxDegreeOfParallelism < 0)
            throw new ArgumentOutOfRangeException(
                nameof(options),
                options.MaxDegreeOfParallelism,
                "MaxDegreeOfParallelism is 0 for all cores, or a number of threads."
            );
        if (options.VectorWidth is < VectorWidth.Auto or > VectorWidth.Bits512)
            throw new ArgumentOutOfRangeException(nameof(options), options.VectorWidth, "VectorWidth is not one of the defined widths.");
    }

    [DoesNotReturn]
    private static void ThrowLength(string parameter, int length, string expected) =>
        throw new ArgumentException($"The span has {length} elements but {expected}.", parameter);

    [DoesNotReturn]
    private static void ThrowOverlap(string parameter) =>
        throw new ArgumentException("Inputs and outputs overlap; give the outputs memory of their own.", parameter);
}
