using System;
using System.Threading;
using SparseDnn.Inputs.Text;
using SparseDnn.Problems;
using SparseDnn.Topologies;

namespace SparseDnn.Inputs.Weights;

/// <summary>Turns entries in the order of a file into a matrix by output neuron, or finds the first entry that is there twice.</summary>
internal static class WeightMatrixBuilder
{
    public static InputResult<WeightMatrix> Build(
        EntryList entries,
        int inputs,
        int outputs,
        bool hasDeclaredShape,
        bool isPattern,
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
        cancellationToken.ThrowIfCancellationRequested();
        return new InputResult<WeightMatrix>.Success(
            new(new CsrPattern(outputs, inputs, starts, columns), Values(entries, order), hasDeclaredShape)
            {
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

    private static InputResult<WeightMatrix>.Failure Duplicate(EntryList entries, (int First, int Second) duplicate, string path) =>
        new(
            Problem.Create(
                ProblemKinds.DuplicateEntry,
                new FilePlace(path, entries.LineOf(duplicate.Second), 1, 0),
                entries.Inputs[duplicate.Second] + 1L,
                entries.Outputs[duplicate.Second] + 1L,
                $"on line {Quoted.Number(entries.LineOf(duplicate.First))}"
            )
        );

    private static DecimalValues Values(EntryList entries, int[] order)
    {
        if (entries.IsConstant)
            return new(order.Length == 0 ? default : entries[0], order.Length);
        var nearest = new double[order.Length];
        var residues = new sbyte[order.Length];
        for (var i = 0; i < order.Length; i++)
            (nearest[i], residues[i]) = (entries[order[i]].Nearest, entries[order[i]].Residue);
        return DecimalValues.Of(nearest, residues);
    }
}
