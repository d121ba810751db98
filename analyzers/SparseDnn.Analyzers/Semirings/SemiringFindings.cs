using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Laws;
using SparseDnn.Problems;
using SparseDnn.Problems.Findings;
using SparseDnn.Roslyn.Semirings;
using SparseDnn.Roslyn.Symbols;

namespace SparseDnn.Analyzers.Semirings;

/// <summary>The diagnostics of one declared semiring.</summary>
/// <param name="type">Its type.</param>
/// <param name="project">What law reports are kept for, see <see cref="LawReports"/>.</param>
/// <param name="reportDiagnostic">Takes the diagnostics.</param>
internal sealed class SemiringFindings(INamedTypeSymbol type, object project, Action<Diagnostic> reportDiagnostic)
{
    public void Report(ElementSource element, CancellationToken cancellationToken)
    {
        if (element.EmptyCarrier is { } carrier)
            Report(
                ProblemKinds.EmptyCarrier,
                element[SemiringMember.Carrier].Body,
                [type.Name, element.Row.Keyword, carrier.Min.ToString(), carrier.Max.ToString()]
            );
        if (element.Unread is { } unread)
            Report(
                ProblemKinds.UnreadSemiring,
                unread.Location,
                [type.Name, element.Row.Keyword, unread.Member.Member.ToString(), unread.Reason]
            );
        ReportScalar(element, SemiringMember.Add);
        ReportScalar(element, SemiringMember.Multiply);
        if (element.Candidate is { } candidate)
            ReportLaws(
                element,
                candidate,
                new LawReports(project, $"{TypeSymbols.MetadataName(type)} {element.Row.Keyword}"),
                cancellationToken
            );
    }

    private void ReportScalar(ElementSource element, SemiringMember member)
    {
        if (element[member] is { Expression: not null, ScalarReason: { } reason } source)
            Report(ProblemKinds.ScalarOperation, source.ScalarLocation, [member.ToString(), type.Name, reason]);
    }

    private void ReportLaws(ElementSource element, SemiringCandidate candidate, LawReports reports, CancellationToken cancellationToken)
    {
        var laws = reports.Of(candidate, "as declared", cancellationToken);
        // Where an identity overflows, so do other values, and what else breaks follows from that.
        if (
            laws.Results.OfType<LawResult.Broken>().FirstOrDefault(broken => RightIdentity.Overflows(candidate, broken.Law.Kind)) is
            { } overflow
        )
        {
            var saturation = Saturation.Mends(element, candidate, reports, cancellationToken)
                ? new SaturatingElement(element.Row.Keyword)
                : null;
            reportDiagnostic(
                Diagnostic.Create(
                    Descriptors.Of(ProblemKinds.IdentityOverflows),
                    element[SemiringMember.Zero].Body,
                    saturation?.ToProperties(),
                    type.Name,
                    element.Row.Keyword,
                    IdentityText.Of(candidate.Zero, element.Row)!,
                    overflow.Counterexample.Message,
                    "float or double, which have infinities"
                )
            );
            return;
        }

        var topics = new HashSet<LawPlace>();
        foreach (var broken in laws.Results.OfType<LawResult.Broken>())
        {
            var place = LawPlace.Of(broken.Law.Kind);
            if (topics.Add(place))
                ReportBroken(element, candidate, reports, place, broken, cancellationToken);
        }
        var tested = laws.Results.OfType<LawResult.Tested>().Select(result => result.Law.Name).ToArray();
        if (topics.Count == 0 && tested.Length > 0)
            Report(ProblemKinds.TestedLaws, type.Locations[0], [type.Name, element.Row.Keyword, string.Join(", ", tested)]);
    }

    private void ReportBroken(
        ElementSource element,
        SemiringCandidate candidate,
        LawReports reports,
        LawPlace place,
        LawResult.Broken broken,
        CancellationToken cancellationToken
    )
    {
        var replacement =
            RightIdentity.Find(element, candidate, place.Member, reports, cancellationToken) is { } right
            && IdentityText.Of(right, element.Row) is { } text
                ? new Replacement(text)
                : null;
        reportDiagnostic(
            Diagnostic.Create(
                Descriptors.Of(ProblemKinds.BrokenLaw),
                element[place.Member].Body,
                replacement?.ToProperties(),
                type.Name,
                element.Row.Keyword,
                broken.Counterexample.Message,
                place.Member.ToString()
            )
        );
    }

    private void Report(ProblemKind kind, Location location, object[] arguments) =>
        reportDiagnostic(Diagnostic.Create(Descriptors.Of(kind), location, arguments));
}
