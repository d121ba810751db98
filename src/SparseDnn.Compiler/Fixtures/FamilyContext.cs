using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using SparseDnn.Formats;
using SparseDnn.Numerics;
using SparseDnn.Problems;

namespace SparseDnn.Exact;

/// <summary>What the families need while they are solved: files, formats, and a place for problems.</summary>
internal sealed class FamilyContext(
    FamilyDeclaration declaration,
    FormatTriple formats,
    Func<string, TextFileLookup> files,
    List<Problem> problems,
    CancellationToken cancellationToken
)
{
    private readonly int _before = problems.Count;

    public FormatTriple Formats { get; } = formats;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>Whether something was found wrong since the context was made.</summary>
    public bool HasFailed => problems.Count > _before;

    public void Fail(ProblemKind kind, string? argument, params object[] arguments) =>
        Add(Problem.Create(kind, declaration.Fixtures.At(argument), arguments));

    public void Add(Problem problem) => problems.Add(problem);

    /// <summary>What a family's own check says; it has no place narrower than the argument.</summary>
    public bool Accept(string? fault, string? argument = null)
    {
        if (fault is not null)
            Fail(ProblemKinds.FamilyDoesNotFit, argument, fault);
        return fault is null;
    }

    public bool InRange(string argument, long value, long least, long most)
    {
        if (value >= least && value <= most)
            return true;
        Fail(ProblemKinds.InvalidSize, argument, argument, value, FormattableString.Invariant($"it is {least} to {most}"));
        return false;
    }

    /// <summary>Refuses networks whose edges are too many, before any is made.</summary>
    public bool Affords(double edges)
    {
        if (edges <= FamilyDeclaration.MaxEdges)
            return true;
        Fail(
            ProblemKinds.InvalidSize,
            null,
            "The number of edges",
            edges.ToString("0", CultureInfo.InvariantCulture),
            FormattableString.Invariant($"it is at most {FamilyDeclaration.MaxEdges}; use fewer or smaller layers")
        );
        return false;
    }

    /// <summary>A number as declared.</summary>
    public Dyadic? Exact(string argument, double value)
    {
        if (!double.IsNaN(value) && !double.IsInfinity(value))
            return Dyadic.FromDouble(value);
        Fail(ProblemKinds.InvalidNumber, argument, argument, value, "write a finite number");
        return null;
    }

    /// <summary>A number rounded once to a format.</summary>
    public Dyadic? Rounded(string argument, double value, StorageFormat format)
    {
        if (Exact(argument, value) is not { } exact)
            return null;
        var rounded = format.Round(exact, out var outcome);
        if (outcome is RoundingOutcome.Exact or RoundingOutcome.Rounded)
            return rounded;
        Fail(ProblemKinds.OutsideFormat, argument, argument, value, format.Name, format.MaxFinite);
        return null;
    }

    /// <summary>The text of a file, and its path.</summary>
    public (string Path, string Text)? Text(string name, string argument)
    {
        switch (files(name.Replace('\\', '/')))
        {
            case TextFileLookup.Found { Text: { } text } found:
                return (found.Path, text);
            case TextFileLookup.Found found:
                Add(
                    Problem.Create(
                        ProblemKinds.MalformedPatterns,
                        new FilePlace(found.Path, 1, 1, 0),
                        "The file cannot be read as text; check its encoding and permissions"
                    )
                );
                return null;
            case TextFileLookup.Ambiguous two:
                Fail(ProblemKinds.AmbiguousWeightFile, argument, name, two.First, two.Second);
                return null;
            default:
                Fail(ProblemKinds.TextFileMissing, argument, name, name);
                return null;
        }
    }

    /// <summary>The glyphs of a file.</summary>
    public GlyphSet? Glyphs(string name, string argument)
    {
        if (Text(name, argument) is not { } file)
            return null;
        switch (GlyphFileReader.Read(file.Text))
        {
            case GlyphReadResult.Success success:
                return success.Glyphs;
            case GlyphReadResult.Failure fault:
                Add(
                    Problem.Create(
                        ProblemKinds.MalformedPatterns,
                        new FilePlace(file.Path, fault.Line, fault.Column, fault.Length),
                        fault.Message
                    )
                );
                return null;
            default:
                return null;
        }
    }
}
