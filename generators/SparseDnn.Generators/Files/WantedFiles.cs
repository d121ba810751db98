using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Inputs;
using SparseDnn.Primitives;
using SparseDnn.Roslyn.Files;

namespace SparseDnn.Generators.Files;

/// <summary>The names of files that declarations of a compilation give.</summary>
/// <remarks>Equality contract: equal names in the same order.</remarks>
internal sealed class WantedFiles(EquatableArray<InputFileName> names) : IEquatable<WantedFiles>
{
    // Additional files are many where weights are, so each is compared with names of its last part only.
    private readonly Lazy<ILookup<string, InputFileName>> _byLastPart = new(() =>
        names.Where(name => name.Name.Length > 0).ToLookup(name => FileNamePattern.LastPart(name.Name), StringComparer.Ordinal)
    );

    /// <summary>What a file is to be read as; nothing where nobody names it.</summary>
    public IEnumerable<InputKind> KindsOf(AdditionalText file, CancellationToken cancellationToken) =>
        _byLastPart
            .Value[CompilerFile.LastPart(file)]
            .Where(name => FileNamePattern.Matches(CompilerFile.PathOf(file, cancellationToken), name.Name))
            .Select(name => name.Kind)
            .Distinct();

    /// <inheritdoc/>
    public bool Equals(WantedFiles? other) => other is not null && Names.Equals(other.Names);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WantedFiles);

    /// <inheritdoc/>
    public override int GetHashCode() => Names.GetHashCode();

    private EquatableArray<InputFileName> Names { get; } = names;
}
