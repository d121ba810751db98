using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Exact;
using SparseDnn.Networks;

namespace SparseDnn.Roslyn;

/// <summary>A patterns file as the compiler holds it.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Text">Its text; null where it cannot be read.</param>
/// <remarks>Equality contract: both members by value.</remarks>
public sealed record PatternFile(string Path, string? Text)
{
    /// <summary>Reads an additional file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="cancellationToken">Passed to the reader.</param>
    public static PatternFile Read(AdditionalText file, CancellationToken cancellationToken) =>
        new(file.Path, file.GetText(cancellationToken)?.ToString());

    /// <summary>The file that a name means.</summary>
    /// <param name="files">All files.</param>
    /// <param name="name">File name.</param>
    public static TextFileLookup Find(IEnumerable<PatternFile> files, string name)
    {
        PatternFile? found = null;
        foreach (var file in files)
        {
            if (name.Length == 0 || !FileNamePattern.Matches(file.Path, name))
                continue;
            if (found is not null && found.Path != file.Path)
                return new TextFileLookup.Ambiguous(found.Path, file.Path);
            found = file;
        }

        return found is null ? new TextFileLookup.Missing() : new TextFileLookup.Found(found.Path, found.Text);
    }
}
