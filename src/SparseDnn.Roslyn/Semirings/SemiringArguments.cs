using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Algebra;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Symbols;

namespace SparseDnn.Roslyn.Semirings;

/// <summary>Reads the semirings that a declaration names.</summary>
internal static class SemiringArguments
{
    /// <summary>The declared semirings; null where none are named or the types are no semirings, which adds a problem.</summary>
    /// <param name="network">[SparseNetwork].</param>
    /// <param name="oscillate">[Oscillate]; null where there is none.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="compilation">Holds the sources of user semirings; null where there is none.</param>
    /// <param name="cancellationToken">Passed to the reader of user semirings.</param>
    public static Oscillation? Read(
        AttributeReader network,
        AttributeReader? oscillate,
        List<Problem> problems,
        Compilation? compilation,
        CancellationToken cancellationToken
    )
    {
        var semiring = Read(network.Type("Semiring"), new NetworkPlace("Semiring"), problems, compilation, cancellationToken);
        if (oscillate is null)
            return semiring is null ? null : Oscillation.Over(semiring);
        var correlate = Read(oscillate.ConstructorType(0), new OscillatePlace("correlate"), problems, compilation, cancellationToken);
        var select = Read(oscillate.ConstructorType(1), new OscillatePlace("select"), problems, compilation, cancellationToken);
        if (correlate is null || select is null)
            return null;
        if (semiring is not null && !semiring.Equals(correlate))
            problems.Add(
                Problem.Create(ProblemKinds.SemiringsContradict, new NetworkPlace("Semiring"), semiring.Name, correlate.Name) with
                {
                    Remedies = new([new(new NetworkPlace("Semiring"), null)]),
                }
            );
        return new(correlate, select);
    }

    private static SemiringSpecification? Read(
        ITypeSymbol? type,
        DeclarationPlace place,
        List<Problem> problems,
        Compilation? compilation,
        CancellationToken cancellationToken
    )
    {
        if (type is null or IErrorTypeSymbol)
            return null;
        if (SemiringReader.BuiltIn(type) is { } known)
            return known;
        if (
            type is INamedTypeSymbol named
            && compilation is not null
            && SemiringReader.Read(named, compilation, cancellationToken) is { } own
        )
            return own.Specification;
        problems.Add(
            Problem.Create(ProblemKinds.NotASemiring, place, type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat))
        );
        return null;
    }
}
