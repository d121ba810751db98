using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Inputs.Text;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Inputs.Patterns;

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
internal sealed class CompositionFormat : IInputFormat<CompositionText>
{
    /// <summary>Most parts of a composition.</summary>
    public const int MaxPositions = 64;

    /// <inheritdoc/>
    public bool Sniff(ReadOnlySpan<char> head) => true;

    /// <inheritdoc/>
    public InputResult<CompositionText> Read(InputFile file, CancellationToken cancellationToken)
    {
        var found = new List<NamedComposition>();
        var lines = PatternLines.Of(file);
        for (var i = 0; i < lines.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (lines[i].Length == 0 || lines[i][0] == ';')
                continue;
            if (Line(lines[i], i + 1, found) is { } fault)
                return Failure(file, i + 1, fault);
        }

        return found.Count == 0
            ? Failure(file, Math.Max(1, lines.Length), new(0, 0, "The file holds no composition; write lines such as 'CAT: C A T'"))
            : new InputResult<CompositionText>.Success(new(file.Path, new EquatableArray<NamedComposition>(found.ToArray())));
    }

    /// <inheritdoc/>
    public ProblemPlace? Locate(InputFile file, int row, int? column, CancellationToken cancellationToken) => null;

    private static TextFault? Line(string line, int number, List<NamedComposition> before)
    {
        var colon = line.IndexOf(':');
        var name = colon < 0 ? "" : line.Substring(0, colon).Trim();
        if (Name(line, colon, name, before) is { } nameFault)
            return nameFault;
        var parts = new List<CompositionPart>();
        var position = 0;
        var fields = new FieldCursor(line.AsSpan(colon + 1));
        while (fields.MoveNext())
        {
            var at = colon + 1 + fields.Start;
            if (position == MaxPositions)
                return new(
                    at,
                    line.Length - at,
                    $"The composition has more than {Quoted.Number(MaxPositions)} parts; split it into compositions of compositions"
                );
            if (fields.Field.ToString() is var part && part != ".")
                parts.Add(new(part, position, at + 1));
            position++;
        }

        if (parts.Count == 0)
            return new(
                0,
                line.Length,
                $"The composition {Quoted.Text(name.AsSpan())} has no parts; write the names of patterns after the ':'"
            );
        before.Add(new(name, number, position, new EquatableArray<CompositionPart>(parts.ToArray())));
        return null;
    }

    private static TextFault? Name(string line, int colon, string name, List<NamedComposition> before)
    {
        if (name.Length == 0)
            return new(0, line.Length, $"{Quoted.Text(line.AsSpan())} names no composition; write a line such as 'CAT: C A T'");
        if (name.Any(char.IsWhiteSpace) || name == ".")
            return new(
                0,
                colon,
                $"The name {Quoted.Text(name.AsSpan())} cannot be a part of another composition; write it without blanks, and not as '.'"
            );
        return before.FindIndex(one => one.Name == name) is >= 0 and var first
            ? new(
                0,
                colon,
                $"The name {Quoted.Text(name.AsSpan())} is taken by composition {Quoted.Number(first + 1)}; give each "
                    + "composition a name of "
                    + "its own"
            )
            : null;
    }

    private static InputResult<CompositionText>.Failure Failure(InputFile file, int line, TextFault fault) =>
        new(Problem.Create(ProblemKinds.MalformedPatterns, new FilePlace(file.Path, line, fault.Offset + 1, fault.Length), fault.Message));
}
