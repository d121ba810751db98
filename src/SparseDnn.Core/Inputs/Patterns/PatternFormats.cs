using SparseDnn.Problems;

namespace SparseDnn.Inputs.Patterns;

/// <summary>The formats of patterns files. Which of the two a file holds, a declaration says.</summary>
public static class PatternFormats
{
    /// <summary>Files of glyphs.</summary>
    public static InputKind<GlyphSet> Glyphs { get; } = new(ProblemKinds.MalformedPatterns, [new GlyphFormat()]);

    /// <summary>Files of compositions of other patterns.</summary>
    public static InputKind<CompositionText> Compositions { get; } = new(ProblemKinds.MalformedPatterns, [new CompositionFormat()]);
}
