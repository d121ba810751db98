using System.Collections.Generic;
using SparseDnn.Primitives;

namespace SparseDnn.Inputs;

/// <summary>What the names of one declaration led to, looked up once each.</summary>
internal sealed class FoundFiles : IInputFiles
{
    private readonly Dictionary<InputFileName, InputLookup> _found = [];
    private readonly IInputFiles _files;

    /// <param name="names">The names; any may come twice.</param>
    /// <param name="files">Where to look them up.</param>
    internal FoundFiles(IEnumerable<InputFileName> names, IInputFiles files)
    {
        _files = files;
        foreach (var name in names)
            if (!_found.ContainsKey(name))
                _found.Add(name, name.Kind.FindIn(files, name.Name));
    }

    /// <summary>All that was found, in the order of the names: what is built from the declaration depends on nothing else.</summary>
    public EquatableArray<InputLookup> Lookups => new(_found.Values);

    /// <inheritdoc/>
    public InputLookup<T> Find<T>(InputKind<T> kind, string name)
        where T : class => _found.TryGetValue(new(kind, name), out var found) ? (InputLookup<T>)found : _files.Find(kind, name);
}
