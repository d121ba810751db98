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
    public static IEnumerable<string> Names(NetworkDeclaration declaration) =>
        declaration.Layers.OfType<WeightFilesDeclaration>().SelectMany(set => FileNamePattern.Expand(set.Pattern, out _) ?? []);

    /// <summary>The file that a name means.</summary>
    /// <param name="files">All files.</param>
    /// <param name="name">Expanded file name.</param>
    public static WeightFileLookup Find(IEnumerable<WeightFile> files, string name)
    {
        WeightFile? found = null;
        foreach (var file in files)
        {
            if (!FileNamePattern.Matches(file.Path, name)) continue;
            if (found is not null && found.Path != file.Path) return new WeightFileLookup.Ambiguous(found.Path, file.Path);
            found = file;
        }

        return found is null ? new WeightFileLookup.Missing() : new WeightFileLookup.Found(found.Path, found.Result);
    }
}
