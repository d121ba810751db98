using System;
using System.Collections.Generic;
using System.Threading;

namespace SparseDnn.Inputs;

/// <summary>Files that are found by their names.</summary>
internal static class InputFiles
{
    /// <summary>No files at all.</summary>
    public static IInputFiles None { get; } = Of(static _ => null);

    /// <summary>Files that are opened by name; one that is named twice is read once.</summary>
    /// <param name="open">The file of a name; null where there is none.</param>
    /// <param name="cancellationToken">Passed to the formats.</param>
    public static IInputFiles Of(Func<string, InputFile?> open, CancellationToken cancellationToken = default) =>
        new Opened(open, cancellationToken);

    /// <summary>Files that were looked up before.</summary>
    /// <param name="names">The names.</param>
    /// <param name="files">Where to look them up.</param>
    public static FoundFiles Found(IEnumerable<InputFileName> names, IInputFiles files) => new(names, files);

    private sealed class Opened(Func<string, InputFile?> open, CancellationToken cancellationToken) : IInputFiles
    {
        private readonly Dictionary<InputFileName, InputLookup> _known = [];

        public InputLookup<T> Find<T>(InputKind<T> kind, string name)
            where T : class
        {
            var key = new InputFileName(kind, name);
            if (!_known.TryGetValue(key, out var found))
                _known.Add(key, found = Read(kind, name));
            return (InputLookup<T>)found;
        }

        private InputLookup<T> Read<T>(InputKind<T> kind, string name)
            where T : class =>
            open(name) is { } file ? new InputLookup<T>.Found(file.Path, kind.Read(file, cancellationToken)) : new InputLookup<T>.Missing();
    }
}
