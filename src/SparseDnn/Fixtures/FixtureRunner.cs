using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Fixtures.Diagnosis.Observations;

namespace SparseDnn;

/// <summary>Calls an implementation with poisoned outputs between guards and collects what it returns.</summary>
internal sealed class FixtureRunner<T>(FixtureData<T> data, IReadOnlyList<int> items, FixtureBatchRun<T> run, bool otherPoison = false)
    where T : unmanaged
{
    private readonly ulong[] _bits = new ulong[items.Count * (long)data.OutputSize];
    private readonly ulong[] _poison = new ulong[items.Count * (long)data.OutputSize];

    /// <summary>Faults of the calls in words, each once.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>What the implementation threw; the calls end there.</summary>
    public Exception? Exception { get; private set; }

    /// <summary>Gives the items in calls of a size; the last call may be shorter.</summary>
    public ObservedOutputs Run(int batch)
    {
        for (var start = 0; start < items.Count; start += batch)
            Call(start, Math.Min(batch, items.Count - start));
        return new ObservedOutputs(
            items,
            (position, output) => _bits[Index(position, output)],
            (position, output) => _bits[Index(position, output)] == _poison[Index(position, output)]
        )
        {
            Batch = batch,
        };
    }

    private int Index(int position, int output) => (position * data.OutputSize) + output;

    private void Call(int start, int count)
    {
        var inputs = new GuardedBuffer<T>(count * data.InputSize);
        var outputs = new GuardedBuffer<T>(count * data.OutputSize);
        for (var i = 0; i < count; i++)
            data.Input(items[start + i]).CopyTo(inputs.Span[(i * data.InputSize)..]);
        Poison(start, outputs.Span);
        if (Exception is null)
            Invoke(inputs, outputs, start, count);
        for (var i = 0; i < outputs.Span.Length; i++)
            _bits[Index(start, i)] = FixtureElements.ToBits(outputs.Span[i]);
    }

    private void Poison(int start, Span<T> outputs)
    {
        var format = data.Vectors.Formats.Activations;
        for (var i = 0; i < outputs.Length; i++)
        {
            var expected = FixtureElements.ToBits(data.Output(items[start + (i / data.OutputSize)])[i % data.OutputSize]);
            outputs[i] = FixtureElements.FromBits<T>(_poison[Index(start, i)] = FixturePoison.Of(format, expected, otherPoison));
        }
    }

    private void Invoke(GuardedBuffer<T> inputs, GuardedBuffer<T> outputs, int start, int count)
    {
        var place = $"{(count == 1 ? "" : $"in a batch of {count} that begins with ")}item [{items[start]}]";
        try
        {
            run(inputs.Span, outputs.Span, count);
        }
        catch (Exception exception)
        {
            Exception = exception;
            Faults.Add($"The implementation threw {exception.GetType().Name} ({place}): {exception.Message}");
        }

        if (outputs.IsBroken)
            Report("It wrote outside of the outputs", place);
        if (inputs.IsBroken)
            Report("It wrote outside of the inputs", place);
        for (var i = 0; i < count; i++)
            if (!inputs.Span.Slice(i * data.InputSize, data.InputSize).SequenceEqual(data.Input(items[start + i]), FixtureBits<T>.Comparer))
                Report("It changed its inputs", place);
    }

    private void Report(string what, string place)
    {
        if (!Faults.Any(fault => fault.StartsWith(what, StringComparison.Ordinal)))
            Faults.Add($"{what} ({place}).");
    }
}
