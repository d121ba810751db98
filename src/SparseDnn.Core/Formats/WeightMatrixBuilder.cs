using System;
using System.Threading;
using SparseDnn.Numerics;
using SparseDnn.Problems;
using SparseDnn.Topologies;

namespace SparseDnn.Formats;

/// <summary>Turns entries in the order of a file into a matrix by output neuron, or finds the first entry that is there twice.</summary>
internal static class WeightMatrixBuilder
{
    public static WeightReadResult Build(
        EntryList entries,
        int inputs,
        int outputs,
        bool hasDeclaredShape,
        bool isPattern,
        bool keepZeros,
        string path,
        CancellationToken cancellationToken
    )
    {
        // Two stable counting sorts, least significant key first; files written row by row need only the second.
        var order = entries.HasAscendingInputs ? null : Sort(entries.Inputs, inputs, null, out _);
        cancellationToken.ThrowIfCancellationRequested();
        order = Sort(entries.Outputs, outputs, order, out var starts);
        cancellationToken.ThrowIfCancellationRequested();
        var columns = new int[entries.Count];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = entries.Inputs[order[i]];
        if (FindDuplicate(starts, columns, order) is { Second: >= 0 } duplicate)
            return Duplicate(entries, duplicate, path);
        var zeros = keepZeros ? 0 : entries.ZeroCount;
        if (zeros > 0)
            DropZeros(entries, starts, ref columns, ref order);
        cancellationToken.ThrowIfCancellationRequested();
        return new WeightReadResult.Success(
            new(new CsrPattern(outputs, inputs, starts, columns), Values(entries, order), hasDeclaredShape)
            {
                ExplicitZeros = zeros,
                Zeros = entries.Zeros,
                IsPattern = isPattern,
            }
        );
    }

    /// <summary>Positions by ascending key; equal keys stay in the given order (null: the file's).</summary>
    private static int[] Sort(ReadOnlySpan<int> keys, int keyCount, int[]? order, out int[] starts)
    {
        starts = new int[keyCount + 1];
        foreach (var key in keys)
            starts[key + 1]++;
        for (var key = 0; key < keyCount; key++)
            starts[key + 1] += starts[key];
        // Each start moves up to the next one while its bucket fills; afterwards they are moved back.
        var sorted = new int[keys.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            var entry = order is null ? i : order[i];
            sorted[starts[keys[entry]]++] = entry;
        }
        Array.Copy(starts, 0, starts, 1, keyCount);
        starts[0] = 0;
        return sorted;
    }

    // Of all pairs the one whose second entry comes first in the file.
    private static (int First, int Second) FindDuplicate(int[] starts, int[] columns, int[] order)
    {
        var found = (First: -1, Second: -1);
        for (var row = 0; row + 1 < starts.Length; row++)
        {
            for (var i = starts[row] + 1; i < starts[row + 1]; i++)
            {
                if (columns[i] == columns[i - 1] && (found.Second < 0 || order[i] < found.Second))
                    found = (order[i - 1], order[i]);
            }
        }
        return found;
    }

    private static WeightReadResult.Failure Duplicate(EntryList entries, (int First, int Second) duplicate, string path) =>
        new(
            Problem.Create(
                ProblemKinds.DuplicateEntry,
                new FilePlace(path, entries.LineOf(duplicate.Second), 1, 0),
                entries.Inputs[duplicate.Second] + 1L,
                entries.Outputs[duplicate.Second] + 1L,
                $"on line {Quoted.Number(entries.LineOf(duplicate.First))}"
            )
        );

    private static void DropZeros(EntryList entries, int[] starts, ref int[] columns, ref int[] order)
    {
        var kept = 0;
        for (var row = 0; row + 1 < starts.Length; row++)
        {
            var i = starts[row];
            starts[row] = kept;
            for (; i < starts[row + 1]; i++)
            {
                if (entries[order[i]] is { Nearest: 0, Residue: 0 })
                    continue;
                columns[kept] = columns[i];
                order[kept++] = order[i];
            }
        }
        starts[starts.Length - 1] = kept;
        Array.Resize(ref columns, kept);
        Array.Resize(ref order, kept);
    }

    private static DecimalValues Values(EntryList entries, int[] order)
    {
        if (entries.IsConstant)
            return new(order.Length == 0 ? default : entries[0], order.Length);
        var nearest = new double[order.Length];
        var residues = new sbyte[order.Length];
        bool isExact = true,
            isConstant = true;
        for (var i = 0; i < order.Length; i++)
        {
            var value = entries[order[i]];
            nearest[i] = value.Nearest;
            residues[i] = value.Residue;
            isExact &= value.Residue == 0;
            isConstant &=
                BitConverter.DoubleToInt64Bits(value.Nearest) == BitConverter.DoubleToInt64Bits(nearest[0]) && value.Residue == residues[0];
        }
        // One form for equal lists, as they compare by their stored form.
        if (isConstant)
            return new(order.Length == 0 ? default : new DecimalNumber(nearest[0], residues[0]), order.Length);
        return new(nearest, isExact ? null : residues);
    }
}
