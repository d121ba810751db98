using System;
using System.Linq;
using SparseDnn.Inputs;
using SparseDnn.Primitives;

namespace SparseDnn.Generators.Files;

/// <summary>The files that declarations of a compilation read.</summary>
/// <remarks>Equality contract: equal files.</remarks>
internal sealed class ReadFiles(EquatableArray<ReadFile> files) : IInputFiles, IEquatable<ReadFiles>
{
    private readonly Lazy<ILookup<InputKind, NamedFiles<ReadFile>>> _named = new(() =>
        files
            .GroupBy(file => file.Kind)
            .ToLookup(
                group => group.Key,
                group => new NamedFiles<ReadFile>(group, file => FileNamePattern.LastPart(file.Path), file => file.Path)
            )
    );

    /// <inheritdoc/>
    public InputLookup<T> Find<T>(InputKind<T> kind, string name)
        where T : class =>
        _named.Value[kind].FirstOrDefault()?.Find(name, file => (InputResult<T>)file.Result) ?? new InputLookup<T>.Missing();

    /// <inheritdoc/>
    public bool Equals(ReadFiles? other) => other is not null && Contents.Equals(other.Contents);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReadFiles);

    /// <inheritdoc/>
    public override int GetHashCode() => Contents.GetHashCode();

    private EquatableArray<ReadFile> Contents { get; } = files;
}

/// <summary>A file that was read.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Result">Its contents, or what is wrong with it.</param>
/// <remarks>Equality contract: all members by value, the kind by reference.</remarks>
internal sealed record ReadFile(string Path, InputKind Kind, InputResult Result);
