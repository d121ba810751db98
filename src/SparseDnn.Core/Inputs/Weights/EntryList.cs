using System;
using System.Collections.Generic;
using SparseDnn.Inputs.Text;
using SparseDnn.Numerics;
using SparseDnn.Problems;

namespace SparseDnn.Inputs.Weights;

/// <summary>Entries in the order of the file, with 0-based neurons, and the line of each.</summary>
/// <param name="path">The file's path.</param>
internal sealed class EntryList(string path) : IEntrySink
{
    private const int FirstCapacity = 4096;

    private readonly List<(int Entry, long Line)> _lineBreaks = [];
    private long _nextLine = -1;
    private int[] _inputs = new int[FirstCapacity];
    private int[] _outputs = new int[FirstCapacity];
    private double[]? _values; // null while all values are the first one
    private sbyte[]? _residues; // null while all values are exact
    private DecimalNumber _first;

    public int Count { get; private set; }

    /// <summary>Listed entries of value 0; null for none.</summary>
    public ZeroEntries? Zeros { get; private set; }

    /// <summary>Whether inputs ascend through the file, as they do where it was written row by row.</summary>
    public bool HasAscendingInputs { get; private set; } = true;

    public int LargestInput { get; private set; } = -1;

    public int LargestOutput { get; private set; } = -1;

    /// <summary>Whether all values are <see cref="this[int]">the first</see>.</summary>
    public bool IsConstant => _values is null;

    public ReadOnlySpan<int> Inputs => _inputs.AsSpan(0, Count);

    public ReadOnlySpan<int> Outputs => _outputs.AsSpan(0, Count);

    public DecimalNumber this[int entry] => _values is null ? _first : new(_values[entry], _residues is null ? (sbyte)0 : _residues[entry]);

    /// <inheritdoc/>
    public bool Add(int input, int output, DecimalNumber value, ReadOnlySpan<char> line, long number, bool isMirrored = false)
    {
        if (Count == _inputs.Length)
            Grow();
        if (number != _nextLine)
            _lineBreaks.Add((Count, number));
        _nextLine = number + 1;
        if (Count > 0 && input < _inputs[Count - 1])
            HasAscendingInputs = false;
        LargestInput = Math.Max(LargestInput, input);
        LargestOutput = Math.Max(LargestOutput, output);
        if (value.IsZero && !isMirrored)
            NoteZero(line, number);
        _inputs[Count] = input;
        _outputs[Count] = output;
        AddValue(value);
        Count++;
        return true;
    }

    /// <summary>1-based line of an entry.</summary>
    public long LineOf(int entry)
    {
        int low = 0,
            high = _lineBreaks.Count;
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (_lineBreaks[middle].Entry <= entry)
                low = middle;
            else
                high = middle;
        }
        return _lineBreaks[low].Line + (entry - _lineBreaks[low].Entry);
    }

    private void NoteZero(ReadOnlySpan<char> line, long number)
    {
        if (Zeros is { } before)
        {
            Zeros = before with { Count = before.Count + 1 };
            return;
        }

        var value = new FieldCursor(line);
        for (var field = 0; field <= EntryParser.FieldsBeforeValue; field++)
            value.MoveNext();
        Zeros = new(1, new FilePlace(path, number, value.Start + 1, value.Length));
    }

    private void AddValue(DecimalNumber value)
    {
        if (_values is null)
        {
            if (Count == 0)
                _first = value;
            if (AreSame(value, _first))
                return;
            _values = new double[_inputs.Length];
            for (var i = 0; i < Count; i++)
                _values[i] = _first.Nearest;
            if (_first.Residue != 0)
                FillResidues(_first.Residue);
        }
        _values[Count] = value.Nearest;
        if (value.Residue != 0 && _residues is null)
            FillResidues(0);
        if (_residues is not null)
            _residues[Count] = value.Residue;
    }

    private void FillResidues(sbyte residue)
    {
        _residues = new sbyte[_inputs.Length];
        for (var i = 0; i < Count; i++)
            _residues[i] = residue;
    }

    // Bits, as −0 and +0 compare equal.
    private static bool AreSame(DecimalNumber left, DecimalNumber right) =>
        BitConverter.DoubleToInt64Bits(left.Nearest) == BitConverter.DoubleToInt64Bits(right.Nearest) && left.Residue == right.Residue;

    private void Grow()
    {
        var capacity = (int)Math.Min(2L * _inputs.Length, InputLimits.MaxEntries);
        Array.Resize(ref _inputs, capacity);
        Array.Resize(ref _outputs, capacity);
        if (_values is not null)
            Array.Resize(ref _values, capacity);
        if (_residues is not null)
            Array.Resize(ref _residues, capacity);
    }
}
