using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SparseDnn.Formats;
using SparseDnn.Networks;
using SparseDnn.Problems;

namespace SparseDnn.Roslyn;

/// <summary>Weights files as compilers hold them; each text is parsed once for generator and analyzers together.</summary>
public static class WeightTexts
{
    private static readonly ConditionalWeakTable<SourceText, Once<WeightReadResult>> Parsed = new();

    /// <summary>Parses a file, or returns what an earlier call made of the same text.</summary>
    /// <param name="file">An additional file.</param>
    /// <param name="cancellationToken">Passed to the reader.</param>
    public static WeightReadResult Read(AdditionalText file, CancellationToken cancellationToken)
    {
        if (file.GetText(cancellationToken) is not { } text)
            return new WeightReadResult.Failure(
                Problem.Create(
                    ProblemKinds.MalformedWeights,
                    new FilePlace(file.Path, 1, 1, 0),
                    "The file cannot be read as text; check its encoding and permissions"
                )
            );
        return Parsed
            .GetOrCreateValue(text)
            .Get(
                () =>
                {
                    StageWork.CountParse();
                    using var reader = new SourceTextReader(text);
                    return WeightFileReader.Read(reader, file.Path, cancellationToken, keepExplicitZeros: true);
                },
                cancellationToken
            );
    }

    /// <summary>Finds and reads the weights file of a name.</summary>
    /// <param name="files">All additional files.</param>
    /// <param name="name">Expanded file name.</param>
    /// <param name="cancellationToken">Passed to the reader.</param>
    public static WeightFileLookup Find(ImmutableArray<AdditionalText> files, string name, CancellationToken cancellationToken) =>
        WeightFile.Find(
            files
                .Where(file => FileNamePattern.Matches(file.Path, name))
                .Select(file => new WeightFile(file.Path, Read(file, cancellationToken))),
            name
        );

    /// <summary>The line of an entry, found by reading the file once more.</summary>
    /// <param name="files">All additional files.</param>
    /// <param name="entry">The entry.</param>
    /// <param name="cancellationToken">Passed to the reader.</param>
    /// <returns>The place in the file; where it is not found, the argument that names the file.</returns>
    public static ProblemPlace Line(ImmutableArray<AdditionalText> files, FileEntryPlace entry, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            if (file.Path != entry.Path || file.GetText(cancellationToken) is not { } text)
                continue;
            using var reader = new SourceTextReader(text);
            var line =
                entry.Column == 0
                    ? RangeFileReader.Find(reader, entry.Path, entry.Row, cancellationToken)
                    : EntryFinder.Find(reader, entry.Path, entry.Row, entry.Column, cancellationToken);
            if (line is not null)
                return line;
        }

        return entry.Argument;
    }
}
