using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Inputs.Text;
using SparseDnn.Numerics;
using SparseDnn.Problems;

namespace SparseDnn.Inputs.Ranges;

/// <summary>Reads the ranges of a network's inputs: a line <c>input low high</c> each, inputs counting from 1, in any order.</summary>
/// <remarks>
/// Tabs or blanks separate, blank lines are skipped, and comments are refused, as in weights files of that form. Ends become the nearest
/// binary64 numbers.
/// </remarks>
internal sealed class RangeTsvFormat : IInputFormat<InputRangeTable>
{
    /// <inheritdoc/>
    public bool Sniff(ReadOnlySpan<char> head) => true;

    /// <inheritdoc/>
    public InputResult<InputRangeTable> Read(InputFile file, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var text = file.OpenText();
        var lines = new TextLines(text);
        var faults = new FaultPlaces<InputRangeTable>(lines, file.Path, ProblemKinds.MalformedRanges);
        var entries = new Dictionary<int, (InputRangeEntry Entry, long Line)>();
        while (lines.Next(out var line) is var status && status != LineStatus.End)
        {
            if (status == LineStatus.TooLong)
                return faults.OnLine(FieldFaults.TooLong(line));
            CancellationInterval.Check(lines.Number, cancellationToken);
            var start = FieldCursor.SkipBlanks(line);
            if (start == line.Length)
                continue;
            if (Line(line, start, out var entry, out var index) is { } fault)
                return faults.OnLine(FieldFaults.Of(line) ?? fault);
            if (entries.TryGetValue(entry.Input, out var first))
                return faults.OnLine(
                    new(
                        index.Start,
                        index.Length,
                        $"Input {Quoted.Number(entry.Input)} has a range already, on line {Quoted.Number(first.Line)}; remove one of them"
                    )
                );
            entries.Add(entry.Input, (entry, lines.Number));
        }

        return entries.Count == 0
            ? faults.OnLine(new(0, 0, "The file is empty; write one line an input: its number from 1, its least and its greatest value"))
            : new InputResult<InputRangeTable>.Success(
                new(new(entries.Values.Select(one => one.Entry).OrderBy(entry => entry.Input).ToArray()))
            );
    }

    /// <inheritdoc/>
    public ProblemPlace? Locate(InputFile file, int row, int? column, CancellationToken cancellationToken)
    {
        using var text = file.OpenText();
        var lines = new TextLines(text);
        while (lines.Next(out var line) == LineStatus.Line)
        {
            CancellationInterval.Check(lines.Number, cancellationToken);
            var fields = new FieldCursor(line);
            if (fields.MoveNext() && fields.Index == row)
                return new FilePlace(file.Path, lines.Number, fields.Start + 1, fields.Length);
        }

        return null;
    }

    private static TextFault? Line(ReadOnlySpan<char> line, int start, out InputRangeEntry entry, out (int Start, int Length) index)
    {
        entry = default;
        index = default;
        if (line[start] is '%' or '#')
            return new(start, line.Length - start, "Comments and headers have no place in a file of input ranges; remove the line");
        var fields = new FieldCursor(line);
        fields.MoveNext();
        var input = fields.Index;
        if (input is 0 or > InputLimits.MaxNeurons)
            return FieldFaults.Index(fields, "input", InputLimits.MaxNeurons);
        index = (fields.Start, fields.Length);
        if (End(ref fields, line, out var low) is { } lowFault)
            return lowFault;
        var begin = fields.Start;
        if (End(ref fields, line, out var high) is { } highFault)
            return highFault;
        if (low > high)
            return new(
                begin,
                fields.End - begin,
                $"The range {Quoted.Text(line.Slice(begin, fields.End - begin).ToString().Replace('\t', ' ').AsSpan())} begins "
                    + "above its end; write the least value first"
            );
        entry = new(input, low, high);
        return fields.MoveNext()
            ? new(
                fields.Start,
                line.Length - fields.Start,
                $"Unexpected {Quoted.Text(fields.Field)} after the range; write one input a line: its number, its least and its "
                    + "greatest value"
            )
            : null;
    }

    private static TextFault? End(ref FieldCursor fields, ReadOnlySpan<char> line, out double end)
    {
        end = 0;
        if (!fields.MoveNext())
            return new(line.Length, 0, "The line ends too early; write input, least and greatest value, separated by blanks or tabs");
        var status = DecimalParser.Parse(fields.Field, out var number, out var offset);
        end = number.Nearest;
        return status switch
        {
            DecimalStatus.Ok => null,
            DecimalStatus.NotFinite => new(
                fields.Start,
                fields.Length,
                $"{Quoted.Text(fields.Field)} is no finite number; write the least or greatest value that the input can have"
            ),
            DecimalStatus.OutOfRange => new(
                fields.Start,
                fields.Length,
                $"{Quoted.Text(fields.Field)} is beyond the largest binary64 number, about 1.8e308; write a number of the format"
            ),
            _ => FieldFaults.Value(fields, status, offset),
        };
    }
}
