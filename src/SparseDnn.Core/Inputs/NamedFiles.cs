using System;
using System.Collections.Generic;
using System.Linq;

namespace SparseDnn.Inputs;

/// <summary>Files by their names, so that a network of many files does not compare each of their names with every path.</summary>
/// <typeparam name="TFile">A file.</typeparam>
internal sealed class NamedFiles<TFile>
{
    private readonly Dictionary<string, List<TFile>> _byLastPart = new(StringComparer.Ordinal);
    private readonly Func<TFile, string> _path;

    /// <summary>Indexes files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="lastPart">The last part of a file's path, without opening it.</param>
    /// <param name="path">The whole path; asked only of files whose last part fits.</param>
    public NamedFiles(IEnumerable<TFile> files, Func<TFile, string> lastPart, Func<TFile, string> path)
    {
        _path = path;
        foreach (var file in files)
        {
            var name = lastPart(file);
            if (!_byLastPart.TryGetValue(name, out var same))
                _byLastPart.Add(name, same = []);
            same.Add(file);
        }
    }

    /// <summary>The file that a name means, read; files that it does not mean are not.</summary>
    /// <typeparam name="T">What such files hold.</typeparam>
    /// <param name="name">Expanded name, with forward slashes; an empty one means no file.</param>
    /// <param name="read">Reads a file.</param>
    public InputLookup<T> Find<T>(string name, Func<TFile, InputResult<T>> read)
        where T : class
    {
        if (name.Length == 0 || !_byLastPart.TryGetValue(FileNamePattern.LastPart(name), out var files))
            return new InputLookup<T>.Missing();
        // Compilers hand files over in any order; what is said of two of them does not depend on it.
        var found = files
            .Where(file => FileNamePattern.Matches(_path(file), name))
            .GroupBy(_path, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Take(2)
            .ToArray();
        return found.Length switch
        {
            0 => new InputLookup<T>.Missing(),
            1 => new InputLookup<T>.Found(found[0].Key, read(found[0].First())),
            _ => new InputLookup<T>.Ambiguous(found[0].Key, found[1].Key),
        };
    }
}
