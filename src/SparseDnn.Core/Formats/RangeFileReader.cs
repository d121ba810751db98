using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using SparseDnn.Numerics;
using SparseDnn.Problems;

namespace SparseDnn.Formats;

/// <summary>Reads the ranges of a network's inputs: a line <c>input low high</c> each, inputs counting from 1, in any order.</summary>
/// <remarks>
/// Tabs or blanks separate, blank lines are skipped, and comments are refused, as in weights files of that form. Ends become the nearest
/// binary64 numbers.
/// </remarks>
public static class RangeFileReader
{
    /// <summary>Reads a whole text.</summary>
    /// <param name="text">The text; read to its end or first fault, not closed. Its exceptions pass through.</param>
    /// <param name="path">Path to name in problems.</param>
    /// <param name="cancellationToken">Checked every few thousand lines.</param>
    public static RangeReadResult Read(TextReader text, string path, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var lines = new TextLines(text);
        var entries = new Dictionary<int, (InputRangeEntry Entry, long Line)>();
        while (lines.Next(out var line) is var status && status != LineStatus.End)
        {
            if (status == LineStatus.TooLong)
                return Fault(EntryFaults.TooLong(line));
            if ((lines.Number & FaultPlaces.CancellationMask) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var start = FieldCursor.SkipBlanks(line);
            if (start == line.Length)
                continue;
            if (Line(line, start, out var entry, out var index) is { } fault)
                return Fault(EntryFaults.Of(line) ?? fault);
            if (entries.TryGetValue(entry.Input, out var first))
                return Fault(
                    new(
                        index.Start,
                        index.Length,
                        $"Input {Quoted.Number(entry.Input)} has a range already, on line {Quoted.Number(first.Line)}; remove one of them"
                    )
                );
            entries.Add(entry.Input, (entry, lines.Number));
        }

        return entries.Count == 0
            ? Fault(new(0, 0, "The file is empty; write one line an input: its number from 1, its least and its greatest value"))
            : new RangeReadResult.Success(new(entries.Values.Select(one => one.Entry).OrderBy(entry => entry.Input).ToArray()));

        RangeReadResult.Failure Fault(TextFault fault) =>
            new(
                Problem.Create(
                    ProblemKinds.MalformedRanges,
                    new FilePlace(path, Math.Max(lines.Number, 1), fault.Offset + 1, fault.Length),
                    fault.Message
                )
            );
    }

    /// <summary>Where the number of an input stands in a text that was read before.</summary>
    /// <param name="text">A text that <see cref="Read"/> accepts.</param>
    /// <param name="path">Its path.</param>
    /// <param name="input">1-based input.</param>
    /// <param name="cancellationToken">Checked every few thousand lines.</param>
    /// <returns>The place; null where the text has no such line.</returns>
    public static FilePlace? Find(TextReader text, string path, int input, CancellationToken cancellationToken = default)
    {
        var lines = new TextLines(text);
        while (lines.Next(out var line) == LineStatus.Line)
        {
            if ((lines.Number & FaultPlaces.CancellationMask) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var fields = new FieldCursor(line);
            if (fields.MoveNext() && EntryLine.ReadIndex(fields.Field) == input)
                return new FilePlace(path, lines.Number, fields.Start + 1, fields.Length);
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
        var input = EntryLine.ReadIndex(fields.Field);
        if (input is 0 or > WeightLimits.MaxNeurons)
            return EntryFaults.Index(fields, "input", WeightLimits.MaxNeurons);
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
                $"The range {Quoted.Text(line.Slice(begin, fields.End - begin).ToString().Replace('\t', ' ').AsSpan())} begins above its end; write the least value first"
            );
        entry = new(input, low, high);
        return fields.MoveNext()
            ? new(
                fields.Start,
                line.Length - fields.Start,
                $"Unexpected {Quoted.Text(fields.Field)} after the range; write one input a line: its number, its least and its greatest value"
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
            _ => EntryFaults.Value(fields, status, offset),
        };
    }
}
