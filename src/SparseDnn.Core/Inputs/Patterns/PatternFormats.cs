using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using SparseDnn.Problems;

namespace SparseDnn.Inputs.Patterns;

/// <summary>The formats of patterns files. Which of the two a file holds, a declaration says.</summary>
public static class PatternFormats
{
    /// <summary>Files of glyphs.</summary>
    internal static InputKind<GlyphSet> Glyphs { get; } = new(ProblemKinds.MalformedPatterns, [new GlyphFormat()]);

    /// <summary>Files of compositions of other patterns.</summary>
    internal static InputKind<CompositionText> Compositions { get; } = new(ProblemKinds.MalformedPatterns, [new CompositionFormat()]);

    /// <summary>Reads a file of glyphs.</summary>
    /// <param name="path">Path to name in problems; its extension means nothing.</param>
    /// <param name="open">Begins to read the file from its start. Its exceptions pass through.</param>
    /// <param name="glyphs">What the file holds; null where it cannot be read.</param>
    /// <param name="problem">The first fault, with its place in the file; null where there is none.</param>
    /// <returns>Whether the file was read.</returns>
    public static bool TryReadGlyphs(
        string path,
        Func<Stream> open,
        [NotNullWhen(true)] out GlyphSet? glyphs,
        [NotNullWhen(false)] out Problem? problem
    ) => Glyphs.Read(InputFile.OfBytes(path, open)).TryGet(out glyphs, out problem);

    /// <summary>Reads a file of compositions of other patterns.</summary>
    /// <param name="path">Path to name in problems; its extension means nothing.</param>
    /// <param name="open">Begins to read the file from its start. Its exceptions pass through.</param>
    /// <param name="below">The names of the patterns that are composed: those of glyphs, or of compositions themselves.</param>
    /// <param name="compositions">What the file holds; null where it cannot be read.</param>
    /// <param name="problem">The first fault, with its place in the file; null where there is none.</param>
    /// <returns>Whether the file was read and names known patterns only.</returns>
    public static bool TryReadCompositions(
        string path,
        Func<Stream> open,
        IReadOnlyList<string> below,
        [NotNullWhen(true)] out CompositionSet? compositions,
        [NotNullWhen(false)] out Problem? problem
    )
    {
        if (Compositions.Read(InputFile.OfBytes(path, open)).TryGet(out var text, out problem))
            return text.Resolve(below).TryGet(out compositions, out problem);
        compositions = null;
        return false;
    }
}
