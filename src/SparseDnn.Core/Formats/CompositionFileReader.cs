using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Primitives;
using SparseDnn.Topologies;

namespace SparseDnn.Formats;

/// <summary>
/// Reads composition files: lines <c>name: part part …</c>, each part the name of a pattern below, or <c>.</c> for a position that may hold
/// anything.
/// </summary>
/// <remarks>
/// The first part stands at position 1. Positions beyond the last part may hold anything. Blank lines and lines that begin
/// with <c>;</c> mean nothing; lines end in LF or CR LF.
/// <code>
/// ; words of letters
/// CAT: C A T
/// DOG: D O G
/// </code>
/// </remarks>
public static class CompositionFileReader
{
    /// <summary>Most parts of a composition.</summary>
    public const int MaxPositions = 64;

    /// <summary>Reads a whole text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="below">Names of the patterns that parts may name.</param>
    public static CompositionReadResult Read(string text, IReadOnlyList<string> below)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < below.Count; i++)
            known[below[i]] = i;
        var names = new List<string>();
        var rows = new List<int[]>();
        var positions = 0;
        var lines = text.TrimStart('\uFEFF').Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r', ' ', '\t');
            if (line.Length == 0 || line[0] == ';')
                continue;
            if (Line(line, i + 1, known, names, rows, ref positions) is { } fault)
                return fault;
        }

        if (names.Count == 0)
            return new CompositionReadResult.Failure(
                Math.Max(1, lines.Length),
                1,
                0,
                "The file holds no composition; write lines such as 'CAT: C A T'"
            );
        var builder = new CsrBuilder(rows.Count, positions * below.Count);
        foreach (var row in rows)
            builder.AddRow(row);
        return new CompositionReadResult.Success(
            new CompositionSet(new EquatableArray<string>(names.ToArray()), positions, builder.Build())
        );
    }

    private static CompositionReadResult.Failure? Line(
        string line,
        int number,
        Dictionary<string, int> known,
        List<string> names,
        List<int[]> rows,
        ref int positions
    )
    {
        var colon = line.IndexOf(':');
        var name = colon < 0 ? "" : line.Substring(0, colon).Trim();
        if (name.Length == 0)
            return new(number, 1, line.Length, $"{Quoted.Text(line.AsSpan())} names no composition; write a line such as 'CAT: C A T'");
        if (name.Any(char.IsWhiteSpace) || name == ".")
            return new(
                number,
                1,
                colon,
                $"The name {Quoted.Text(name.AsSpan())} cannot be a part of another composition; write it without blanks, and not as '.'"
            );
        if (names.IndexOf(name) is >= 0 and var first)
            return new(
                number,
                1,
                colon,
                $"The name {Quoted.Text(name.AsSpan())} is taken by composition {Quoted.Number(first + 1)}; give each composition a name of its own"
            );
        var row = new List<int>();
        var position = 0;
        for (var at = colon + 1; at < line.Length; )
        {
            if (line[at] is ' ' or '\t')
            {
                at++;
                continue;
            }
            var end = at;
            while (end < line.Length && line[end] is not (' ' or '\t'))
                end++;
            var part = line.Substring(at, end - at);
            if (position == MaxPositions)
                return new(
                    number,
                    at + 1,
                    line.Length - at,
                    $"The composition has more than {Quoted.Number(MaxPositions)} parts; split it into compositions of compositions"
                );
            if (part != ".")
            {
                if (!known.TryGetValue(part, out var pattern))
                    return new(
                        number,
                        at + 1,
                        part.Length,
                        $"{Quoted.Text(part.AsSpan())} is no pattern of the file below; write one of its names, or '.' for a position that may hold anything"
                    );
                row.Add((position * known.Count) + pattern);
            }

            position++;
            at = end;
        }

        if (row.Count == 0)
            return new(
                number,
                1,
                line.Length,
                $"The composition {Quoted.Text(name.AsSpan())} has no parts; write the names of patterns after the ':'"
            );
        names.Add(name);
        rows.Add(row.ToArray());
        positions = Math.Max(positions, position);
        return null;
    }
}
