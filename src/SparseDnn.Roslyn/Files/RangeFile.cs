using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SparseDnn.Formats;
using SparseDnn.Networks;
using SparseDnn.Problems;

namespace SparseDnn.Roslyn;

/// <summary>A parsed file of input ranges; each text is parsed once for generator and analyzers together.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Result">Its ranges, or what is wrong with it.</param>
/// <remarks>Equality contract: both members by value.</remarks>
public sealed record RangeFile(string Path, RangeReadResult Result)
{
    private static readonly ConditionalWeakTable<SourceText, Once<RangeReadResult>> Parsed = new();

    /// <summary>The names of the files of input ranges that a network reads: one or none.</summary>
    /// <param name="declaration">The network.</param>
    public static IEnumerable<string> Names(NetworkDeclaration declaration) => declaration.RangeFileName is { } name ? [name] : [];

    /// <summary>Parses a file, or returns what an earlier call made of the same text.</summary>
    /// <param name="file">An additional file.</param>
    /// <param name="cancellationToken">Passed to the reader.</param>
    public static RangeFile Read(AdditionalText file, CancellationToken cancellationToken)
    {
        if (file.GetText(cancellationToken) is not { } text)
            return new(
                file.Path,
                new RangeReadResult.Failure(
                    Problem.Create(
                        ProblemKinds.MalformedRanges,
                        new FilePlace(file.Path, 1, 1, 0),
                        "The file cannot be read as text; check its encoding and permissions"
                    )
                )
            );
        return new(
            file.Path,
            Parsed
                .GetOrCreateValue(text)
                .Get(
                    () =>
                    {
                        StageWork.CountParse();
                        using var reader = new SourceTextReader(text);
                        return RangeFileReader.Read(reader, file.Path, cancellationToken);
                    },
                    cancellationToken
                )
        );
    }

    /// <summary>The file that a name means.</summary>
    /// <param name="files">All files.</param>
    /// <param name="name">File name, with forward slashes.</param>
    public static RangeFileLookup Find(IEnumerable<RangeFile> files, string name)
    {
        // As for weights files: what is said of two of them does not depend on the order in which they are handed over.
        var found = files
            .Where(file => name.Length > 0 && FileNamePattern.Matches(file.Path, name))
            .GroupBy(file => file.Path, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Take(2)
            .Select(group => group.First())
            .ToArray();
        return found.Length switch
        {
            0 => new RangeFileLookup.Missing(),
            1 => new RangeFileLookup.Found(found[0].Path, found[0].Result),
            _ => new RangeFileLookup.Ambiguous(found[0].Path, found[1].Path),
        };
    }
}
