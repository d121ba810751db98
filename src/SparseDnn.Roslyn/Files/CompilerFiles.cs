using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Inputs;
using SparseDnn.Networks;
using SparseDnn.Problems;

namespace SparseDnn.Roslyn.Files;

/// <summary>
/// The additional files of a compilation, found by the names that declarations give; only files that a name means are read.
/// </summary>
internal sealed class CompilerFiles : IInputFiles
{
    private readonly ImmutableArray<AdditionalText> _files;
    private readonly NamedFiles<AdditionalText> _named;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Indexes additional files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="cancellationToken">Passed to whatever reads a file.</param>
    public CompilerFiles(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        (_files, _cancellationToken) = (files, cancellationToken);
        _named = new(files, CompilerFile.LastPart, file => CompilerFile.PathOf(file, cancellationToken));
    }

    /// <inheritdoc/>
    public InputLookup<T> Find<T>(InputKind<T> kind, string name)
        where T : class => _named.Find(name, file => (InputResult<T>)CompilerFile.Read(file, kind, _cancellationToken));

    /// <summary>Where an entry of a file stands, found by reading the file once more.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>The place in the file; where it is not found, the argument that names the file.</returns>
    public ProblemPlace Locate(FileEntryPlace entry) =>
        _files
            .Where(file =>
                CompilerFile.LastPart(file) == FileNamePattern.LastPart(entry.Path)
                && CompilerFile.PathOf(file, _cancellationToken) == entry.Path
            )
            .Select(file => FileEntries.Locate(CompilerFile.Of(file, _cancellationToken), entry, _cancellationToken))
            .FirstOrDefault(place => place is not null)
        ?? entry.Argument;
}
