using System;

namespace SparseDnn;

/// <summary>Recognition network: a network of two layers that recognises the patterns of a glyph file.</summary>
/// <remarks>
/// The project lists the file as <c>&lt;SparsePatterns Include="…" /&gt;</c>; its format is described on the page docs/file-formats.md.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = false)]
public sealed class RecognitionNetworkAttribute : ReLUFamilyAttribute
{
    /// <summary>Names the file.</summary>
    /// <param name="patterns">A glyph file.</param>
    public RecognitionNetworkAttribute(string patterns) => Patterns = patterns;

    /// <summary>The glyph file.</summary>
    public string Patterns { get; }

    /// <summary>
    /// θ, above 0 and at most 1: one half leaves a margin of one half on both sides of the kink, 1 puts the nearest misses on it.
    /// </summary>
    public double Threshold { get; set; } = 0.5;

    /// <summary>
    /// What patterns answer with, one text a category: <c>"vowel: A E I"</c>. Every pattern is its own category unless given.
    /// </summary>
    public string[]? Categories { get; set; }
}
