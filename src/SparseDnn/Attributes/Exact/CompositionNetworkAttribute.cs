using System;

namespace SparseDnn;

/// <summary>Composition network: levels of recognition chained, such as letters, words and sentences.</summary>
/// <remarks>
/// The project lists the files as <c>&lt;SparsePatterns Include="…" /&gt;</c>; their formats are described on the page
/// docs/file-formats.md.
/// </remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = false, Inherited = false)]
public sealed class CompositionNetworkAttribute : ReLUFamilyAttribute
{
    /// <summary>Names the files.</summary>
    /// <param name="patterns">A glyph file.</param>
    /// <param name="compositions">Composition files, each of the patterns or compositions of the one before.</param>
    public CompositionNetworkAttribute(string patterns, params string[] compositions)
    {
        Patterns = patterns;
        Compositions = compositions;
    }

    /// <summary>The glyph file.</summary>
    public string Patterns { get; }

    /// <summary>The composition files.</summary>
    public string[] Compositions { get; }

    /// <summary>θ of every level, above 0 and at most 1.</summary>
    public double Threshold { get; set; } = 0.5;

    /// <summary>Whether the adjacent matrices of two levels are multiplied into one layer.</summary>
    public bool Multiply { get; set; }
}
