using System;
using System.Collections.Generic;
using System.Threading;
using SparseDnn.Inputs.Text;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Topologies;

namespace SparseDnn.Inputs.Patterns;

/// <summary>Reads glyph files: blocks of a line <c>name:</c> and rows of <c>.</c> and <c>#</c>, with a blank line between blocks.</summary>
/// <remarks>
/// All glyphs have the same number of rows and columns. Blanks at the end of a line mean nothing; lines end in LF or CR LF.
/// <code>
/// I:
/// .#.
/// .#.
///
/// L:
/// #..
/// ###
/// </code>
/// </remarks>
internal sealed class GlyphFormat : IInputFormat<GlyphSet>
{
    /// <inheritdoc/>
    public bool Sniff(ReadOnlySpan<char> head) => true;

    /// <inheritdoc/>
    public InputResult<GlyphSet> Read(InputFile file, CancellationToken cancellationToken)
    {
        var lines = PatternLines.Of(file);
        var reader = new Reader(file.Path);
        for (var i = 0; i < lines.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (reader.Take(lines[i], i + 1) is { } fault)
                return fault;
        }

        return reader.Finish(lines.Length);
    }

    /// <inheritdoc/>
    public ProblemPlace? Locate(InputFile file, int row, int? column, CancellationToken cancellationToken) => null;

    private sealed class Reader(string path)
    {
        private readonly List<string> _names = [];
        private readonly List<int[]> _glyphs = [];
        private readonly List<int> _pixels = [];
        private bool _isOpen; // between a name and the blank line after it
        private int _rows;
        private int _nameLine;
        private int? _height;
        private int? _width;

        public InputResult<GlyphSet>.Failure? Take(string line, int number)
        {
            if (line.Length == 0)
                return Close();
            if (line[line.Length - 1] == ':')
                return Open(line, number);
            return _isOpen
                ? Row(line, number)
                : Fault(
                    number,
                    1,
                    line.Length,
                    $"{Quoted.Text(line.AsSpan())} stands outside a glyph; begin each glyph with a line 'name:'"
                );
        }

        public InputResult<GlyphSet> Finish(int lines)
        {
            if (Close() is { } fault)
                return fault;
            if (_names.Count == 0)
                return Fault(Math.Max(1, lines), 1, 0, "The file holds no glyph; write a line 'name:' and rows of '.' and '#' below it");
            var builder = new CsrBuilder(_glyphs.Count, _height!.Value * _width!.Value);
            foreach (var glyph in _glyphs)
                builder.AddRow(glyph);
            return new InputResult<GlyphSet>.Success(
                new GlyphSet(new EquatableArray<string>(_names.ToArray()), _height.Value, _width.Value, builder.Build())
            );
        }

        private InputResult<GlyphSet>.Failure? Open(string line, int number)
        {
            if (_isOpen)
                return Fault(
                    number,
                    1,
                    line.Length,
                    $"{Quoted.Text(line.AsSpan())} begins a glyph inside '{_names[_names.Count - 1]}'; put a blank line before it"
                );
            var name = line.Substring(0, line.Length - 1).Trim();
            if (name.Length == 0)
                return Fault(number, 1, line.Length, "The glyph has no name; write it before the ':'");
            if (_names.IndexOf(name) is >= 0 and var first)
                return Fault(
                    number,
                    1,
                    line.Length,
                    $"The name {Quoted.Text(name.AsSpan())} is taken by glyph {Quoted.Number(first + 1)}; give each glyph a name of its own"
                );
            _names.Add(name);
            (_isOpen, _rows, _nameLine) = (true, 0, number);
            return null;
        }

        private InputResult<GlyphSet>.Failure? Row(string line, int number)
        {
            for (var i = 0; i < line.Length; i++)
            {
                if (line[i] == '#')
                    _pixels.Add((_rows * (_width ?? line.Length)) + i);
                else if (line[i] != '.')
                    return Fault(number, i + 1, 1, $"{Quoted.Text(line.AsSpan(i, 1))} is no pixel; write '#' for set and '.' for clear");
            }

            if (_width is { } width && width != line.Length)
                return Fault(
                    number,
                    Math.Min(line.Length, width) + 1,
                    Math.Max(0, line.Length - width),
                    $"The row has {Quoted.Number(line.Length)} pixels but the first row of the file has {Quoted.Number(width)}; "
                        + "make all rows equally long"
                );
            _width = line.Length;
            _rows++;
            return _height is { } height && _rows > height
                ? Fault(
                    number,
                    1,
                    line.Length,
                    $"Glyph '{_names[_names.Count - 1]}' has more than the {Quoted.Number(height)} rows of the first glyph; "
                        + "give all glyphs equally many"
                )
                : null;
        }

        private InputResult<GlyphSet>.Failure? Close()
        {
            if (!_isOpen)
                return null;
            var name = _names[_names.Count - 1];
            if (_rows == 0)
                return Fault(_nameLine, 1, 0, $"Glyph '{name}' has no rows; write rows of '.' and '#' below its name");
            if (_height is { } height && _rows != height)
                return Fault(
                    _nameLine,
                    1,
                    0,
                    $"Glyph '{name}' has {Quoted.Number(_rows)} rows but the first glyph has {Quoted.Number(height)}; give all "
                        + "glyphs equally many"
                );
            _height = _rows;
            _isOpen = false;
            _glyphs.Add(_pixels.ToArray());
            _pixels.Clear();
            return null;
        }

        private InputResult<GlyphSet>.Failure Fault(int line, int column, int length, string message) =>
            new(Problem.Create(ProblemKinds.MalformedPatterns, new FilePlace(path, line, column, length), message));
    }
}
