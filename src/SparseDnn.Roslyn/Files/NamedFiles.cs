using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Exact;
using SparseDnn.Networks;

namespace SparseDnn.Roslyn;

/// <summary>
/// Additional files by their names, so that a network of many files does not compare each of their names with every path.
/// </summary>
internal sealed class NamedFiles
{
    private readonly Dictionary<string, List<AdditionalText>> _byName = new(StringComparer.Ordinal);
    private readonly CancellationToken _cancellationToken;

    /// <param name="files">Additional files.</param>
    /// <param name="cancellationToken">Passed to whatever reads a file.</param>
    public NamedFiles(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        foreach (var file in files)
        {
            var name = LastPart(file.Path);
            if (!_byName.TryGetValue(name, out var same))
                _byName.Add(name, same = []);
            same.Add(file);
        }
    }

    /// <summary>The weights file of a name, read.</summary>
    public WeightFileLookup Weights(string name) =>
        WeightFile.Find(Of(name, file => new WeightFile(file.Path, WeightTexts.Read(file, _cancellationToken))), name);

    /// <summary>The input ranges file of a name, read.</summary>
    public RangeFileLookup Ranges(string name) => RangeFile.Find(Of(name, file => RangeFile.Read(file, _cancellationToken)), name);

    /// <summary>All files that a network can name.</summary>
    public NetworkFiles OfNetwork => new(Weights, Ranges);

    /// <summary>The text file of a name, read.</summary>
    public TextFileLookup Text(string name) => PatternFile.Find(Of(name, file => PatternFile.Read(file, _cancellationToken)), name);

    // Only files that the name means are read.
    private IEnumerable<T> Of<T>(string name, Func<AdditionalText, T> read)
    {
        if (!_byName.TryGetValue(LastPart(name), out var files))
            yield break;
        foreach (var file in files)
            if (FileNamePattern.Matches(file.Path, name))
                yield return read(file);
    }

    private static string LastPart(string path) => path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
}
