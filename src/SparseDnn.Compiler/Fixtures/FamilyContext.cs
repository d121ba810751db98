using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using SparseDnn.Inputs;
using SparseDnn.Numerics;
using SparseDnn.Problems;

namespace SparseDnn.Compiler.Fixtures;

/// <summary>What the families need while they are solved: files, formats, and a place for problems.</summary>
internal sealed class FamilyContext(
    FamilyDeclaration declaration,
    FormatTriple formats,
    IInputFiles files,
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

    /// <summary>What a file holds.</summary>
    public T? Read<T>(InputKind<T> kind, string name, string argument)
        where T : class
    {
        switch (files.Find(kind, name.Replace('\\', '/')))
        {
            case InputLookup<T>.Found { Result: InputResult<T>.Success success }:
                return success.Value;
            case InputLookup<T>.Found { Result: InputResult<T>.Failure failure }:
                Add(failure.Problem);
                return null;
            case InputLookup<T>.Ambiguous two:
                Fail(ProblemKinds.AmbiguousWeightFile, argument, name, two.First, two.Second);
                return null;
            default:
                Fail(ProblemKinds.TextFileMissing, argument, name, name);
                return null;
        }
    }
}
