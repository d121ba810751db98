using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Formats;
using SparseDnn.Networks;

namespace SparseDnn.Roslyn;

/// <summary>A parsed weights file.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Result">Its matrix, or what is wrong with it.</param>
/// <remarks>Equality contract: both members by value, the matrix by a content hash.</remarks>
public sealed record WeightFile(string Path, WeightReadResult Result)
{
    /// <summary>Names of all weights files that a network reads, expanded; none for a faulty pattern.</summary>
    /// <param name="declaration">The network.</param>
    public static IEnumerable<string> Names(NetworkDeclaration declaration) => declaration.Layers.SelectMany(group => group.Files);

    /// <summary>The file that a name means.</summary>
    /// <param name="files">All files.</param>
    /// <param name="name">Expanded file name.</param>
    public static WeightFileLookup Find(IEnumerable<WeightFile> files, string name)
    {
        // Compilers hand files over in any order; what is said of two of them does not depend on it.
        var found = files
            .Where(file => FileNamePattern.Matches(file.Path, name))
            .GroupBy(file => file.Path, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Take(2)
            .Select(group => group.First())
            .ToArray();
        return found.Length switch
        {
            0 => new WeightFileLookup.Missing(),
            1 => new WeightFileLookup.Found(found[0].Path, found[0].Result),
            _ => new WeightFileLookup.Ambiguous(found[0].Path, found[1].Path),
        };
    }
}
