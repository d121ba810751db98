using System.Collections.Generic;
using System.Threading;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Exact.Families;
using SparseDnn.Inputs;
using SparseDnn.Networks;
using SparseDnn.Networks.Kinds;
using SparseDnn.Numerics;
using SparseDnn.Primitives;
using SparseDnn.Problems;

namespace SparseDnn.Compiler.Fixtures;

/// <summary>Builds the exact solution that a declaration means, and the network that is compiled from it.</summary>
internal static class FamilyBuilder
{
    /// <summary>Builds.</summary>
    /// <param name="declaration">What the user declared.</param>
    /// <param name="files">Finds and reads the files that it names.</param>
    /// <param name="cancellationToken">Checked between steps.</param>
    /// <returns>The solution and its network, or problems that say why there are none. Never throws for what a user can write.</returns>
    public static FamilyBuild Build(FamilyDeclaration declaration, IInputFiles files, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var problems = new List<Problem>();
        Exists(declaration, declaration.Semirings.Correlate, problems);
        if (declaration.Semirings.Select is { } select && problems.Count == 0)
            Exists(declaration, select, problems);
        var formats = declaration.Fixtures.Formats(declaration.WeightFormat, problems);
        var solution =
            problems.Count == 0 ? declaration.Solve(new FamilyContext(declaration, formats, files, problems, cancellationToken)) : null;
        cancellationToken.ThrowIfCancellationRequested();
        if (solution is not null && declaration.Fixtures.Certify)
            solution = Certified(declaration, solution, formats, problems, cancellationToken);
        Network? network = null;
        if (
            solution is not null
            && FamilyNetwork.Of(solution.Network, declaration.Semirings, declaration.WeightFormat, out var fault) is var converted
        )
        {
            network = converted;
            if (fault is not null)
                problems.Add(
                    Problem.Create(
                        ProblemKinds.FamilyDoesNotFit,
                        declaration.Fixtures.At(declaration.Format is null ? null : "Format"),
                        fault
                    )
                );
        }

        return new(
            problems.Count == 0 ? solution : null,
            problems.Count == 0 ? network : null,
            formats,
            new EquatableArray<Problem>(problems.ToArray())
        );
    }

    private static ExactSolution? Certified(
        FamilyDeclaration declaration,
        ExactSolution solution,
        FormatTriple formats,
        List<Problem> problems,
        CancellationToken cancellationToken
    )
    {
        var scaled = CertifiedScaling.Certify(solution, formats, out var fault, cancellationToken);
        if (scaled is null)
            problems.Add(declaration.Fixtures.NotCertified(FixtureText.Lower(fault!)));
        return scaled;
    }

    private static void Exists(FamilyDeclaration declaration, SemiringSpecification semiring, List<Problem> problems)
    {
        if (semiring.GetElement(declaration.Elements) is { IsUsable: true })
            return;
        var reason = semiring.GetElement(declaration.Elements)?.Reason ?? "It is declared for other element types.";
        problems.Add(
            Problem.Create(
                ProblemKinds.SemiringNotInFormat,
                declaration.Fixtures.At("Format"),
                semiring.Name,
                NumberTypes.Of(declaration.Elements).Name,
                ElementValues.Ascii(reason).TrimEnd('.') + ";",
                "use another Format"
            )
        );
    }
}

/// <summary>What a declared family led to.</summary>
/// <param name="Solution">Network, inputs and outputs in closed form, scaled where a certificate is asked for; null where a problem was
/// found.</param>
/// <param name="Network">The network in its element format; null where a problem was found.</param>
/// <param name="Formats">Formats of the fixtures.</param>
/// <param name="Problems">Everything found.</param>
/// <remarks>Equality contract: all members by value.</remarks>
internal sealed record FamilyBuild(ExactSolution? Solution, Network? Network, FormatTriple Formats, EquatableArray<Problem> Problems);
