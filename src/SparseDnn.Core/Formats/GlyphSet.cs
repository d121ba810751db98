using SparseDnn.Primitives;
using SparseDnn.Topologies;

namespace SparseDnn.Formats;

/// <summary>Named binary pictures of one size.</summary>
/// <param name="Names">One name a glyph.</param>
/// <param name="Height">Rows of each glyph.</param>
/// <param name="Width">Columns of each glyph.</param>
/// <param name="Pixels">One row a glyph, one column a pixel (top row first, from left to right); an entry where the pixel is set.</param>
/// <remarks>Equality contract: all members by value.</remarks>
public sealed record GlyphSet(EquatableArray<string> Names, int Height, int Width, CsrPattern Pixels);

/// <summary>What reading a glyph file gave. A closed union: <see cref="Success"/> or <see cref="Failure"/>.</summary>
public abstract record GlyphReadResult
{
    private GlyphReadResult() { }

    /// <summary>The text was read.</summary>
    /// <param name="Glyphs">What it holds.</param>
    public sealed record Success(GlyphSet Glyphs) : GlyphReadResult;

    /// <summary>The text cannot be read.</summary>
    /// <param name="Line">1-based.</param>
    /// <param name="Column">1-based, in characters.</param>
    /// <param name="Length">Number of characters concerned; 0 where only a point can be named.</param>
    /// <param name="Message">What is wrong and how to mend it.</param>
    public sealed record Failure(int Line, int Column, int Length, string Message) : GlyphReadResult;
}
