using System;
using System.Diagnostics.CodeAnalysis;

namespace SparseDnn.Execution;

/// <summary>Validates the arguments of a call once, at the boundary.</summary>
internal static class BatchArguments
{
    public static void CheckItem<T>(NetworkDescription network, ReadOnlySpan<T> input, Span<T> output)
    {
        if (input.Length != network.Inputs) ThrowLength(nameof(input), input.Length, $"{network.Name} takes {network.Inputs} inputs");
        if (output.Length != network.Outputs) ThrowLength(nameof(output), output.Length, $"{network.Name} gives {network.Outputs} outputs");
        if (((ReadOnlySpan<T>)output).Overlaps(input)) ThrowOverlap(nameof(output));
    }

    public static void CheckBatch<T>(NetworkDescription network, ReadOnlySpan<T> inputs, Span<T> outputs, int batch, BatchOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(batch);
        if (options.MaxDegreeOfParallelism < 0)
            throw new ArgumentOutOfRangeException(nameof(options), options.MaxDegreeOfParallelism, "MaxDegreeOfParallelism is 0 for all cores, or a number of threads.");
        if (options.VectorWidth is < VectorWidth.Auto or > VectorWidth.Bits512)
            throw new ArgumentOutOfRangeException(nameof(options), options.VectorWidth, "VectorWidth is not one of the defined widths.");
        if (inputs.Length < (long)batch * network.Inputs) ThrowLength(nameof(inputs), inputs.Length, $"{batch} items of {network.Name} take {batch} × {network.Inputs} = {(long)batch * network.Inputs} values");
        if (outputs.Length < (long)batch * network.Outputs) ThrowLength(nameof(outputs), outputs.Length, $"{batch} items of {network.Name} give {batch} × {network.Outputs} = {(long)batch * network.Outputs} values");
        if (((ReadOnlySpan<T>)outputs).Overlaps(inputs)) ThrowOverlap(nameof(outputs));
    }

    [DoesNotReturn]
    private static void ThrowLength(string parameter, int length, string expected) =>
        throw new ArgumentException($"The span has {length} elements but {expected}.", parameter);

    [DoesNotReturn]
    private static void ThrowOverlap(string parameter) =>
        throw new ArgumentException("Inputs and outputs overlap; give the outputs memory of their own.", parameter);
}
