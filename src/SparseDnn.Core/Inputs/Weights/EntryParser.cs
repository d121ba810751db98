using System;
using SparseDnn.Inputs.Text;
using SparseDnn.Numerics;

namespace SparseDnn.Inputs.Weights;

/// <summary>Reads lines of one matrix entry: row, column and, where the file has values, a value.</summary>
/// <param name="rows">Largest row index.</param>
/// <param name="columns">Largest column index.</param>
/// <param name="hasValues">Three fields a line, else two and the value is 1.</param>
/// <param name="integersOnly">Values must be integers.</param>
internal sealed class EntryParser(int rows, int columns, bool hasValues, bool integersOnly = false)
{
    /// <summary>Fields of a line before its value: row and column.</summary>
    public const int FieldsBeforeValue = 2;

    private readonly char[] _lastText = new char[32];
    private int _lastLength; // of the text that Value was read from; 0 for none

    /// <summary>Whether lines have a third field.</summary>
    public bool HasValues => hasValues;

    /// <summary>1-based row of the entry read last.</summary>
    public int Row { get; private set; }

    /// <summary>1-based column of the entry read last.</summary>
    public int Column { get; private set; }

    /// <summary>Value of the entry read last.</summary>
    public DecimalNumber Value { get; private set; }

    /// <summary>Reads a line that is not blank; returns what is wrong with it, or null.</summary>
    public TextFault? Read(ReadOnlySpan<char> line) => TryReadPlain(line) ? null : ReadFields(line);

    // The common form in one pass; any other, right or wrong, is left to ReadFields.
    private bool TryReadPlain(ReadOnlySpan<char> line)
    {
        if (!hasValues || integersOnly)
            return false;
        var at = 0;
        Row = ReadIndex(line, ref at);
        Column = ReadIndex(line, ref at);
        at = FieldCursor.SkipBlanks(line, at);
        if (Row == 0 || Row > rows || Column == 0 || Column > columns || at == line.Length)
            return false;
        var text = line.Slice(at);
        // Weights repeat: in the Graph Challenge all of a network are one.
        if (text.SequenceEqual(_lastText.AsSpan(0, _lastLength)))
            return true;
        if (DecimalParser.Parse(text, out var value, out _) != DecimalStatus.Ok)
            return false;
        _lastLength = text.Length <= _lastText.Length ? text.Length : 0;
        text.Slice(0, _lastLength).CopyTo(_lastText);
        Value = value;
        return true;
    }

    private TextFault? ReadFields(ReadOnlySpan<char> line)
    {
        _lastLength = 0;
        var fields = new FieldCursor(line);
        fields.MoveNext();
        Row = fields.Index;
        if (Row == 0 || Row > rows)
            return FieldFaults.Of(line) ?? FieldFaults.Index(fields, "row", rows);
        if (!fields.MoveNext())
            return FieldFaults.Of(line) ?? FieldFaults.MissingField(line, hasValues);
        Column = fields.Index;
        if (Column == 0 || Column > columns)
            return FieldFaults.Of(line) ?? FieldFaults.Index(fields, "column", columns);
        Value = DecimalNumber.Exact(1);
        if (hasValues)
        {
            if (!fields.MoveNext())
                return FieldFaults.Of(line) ?? FieldFaults.MissingField(line, hasValues);
            var status = DecimalParser.Parse(fields.Field, out var value, out var offset);
            if (status != DecimalStatus.Ok)
                return FieldFaults.Of(line) ?? FieldFaults.Value(fields, status, offset);
            if (integersOnly && !IsInteger(fields.Field))
                return FieldFaults.NoInteger(fields);
            Value = value;
        }
        return fields.MoveNext() ? FieldFaults.Of(line) ?? FieldFaults.ExtraField(fields, line.Length, hasValues) : null;
    }

    // The index of digits up to a blank, and 0 where there is none.
    private static int ReadIndex(ReadOnlySpan<char> line, ref int at)
    {
        var i = FieldCursor.SkipBlanks(line, at);
        var index = 0;
        for (; i < line.Length; i++)
        {
            var digit = (uint)(line[i] - '0');
            if (digit > 9)
                break;
            if (index <= InputLimits.MaxNeurons)
                index = (index * 10) + (int)digit;
        }
        at = i;
        return i < line.Length && line[i] is ' ' or '\t' ? index : 0;
    }

    private static bool IsInteger(ReadOnlySpan<char> field)
    {
        foreach (var c in field)
            if (c is '.' or 'e' or 'E')
                return false;
        return true;
    }
}
