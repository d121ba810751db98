using SparseDnn.Primitives;
using SparseDnn.Topologies;

namespace SparseDnn.Inputs.Patterns;

/// <summary>Named binary pictures of one size.</summary>
/// <param name="Names">One name a glyph.</param>
/// <param name="Height">Rows of each glyph.</param>
/// <param name="Width">Columns of each glyph.</param>
/// <param name="Pixels">One row a glyph, one column a pixel (top row first, from left to right); an entry where the pixel is set.</param>
/// <remarks>Equality contract: all members by value.</remarks>
public sealed record GlyphSet(EquatableArray<string> Names, int Height, int Width, CsrPattern Pixels);
