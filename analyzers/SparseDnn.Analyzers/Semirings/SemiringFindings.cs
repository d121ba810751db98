using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SparseDnn.Algebra;
using SparseDnn.Problems;
using SparseDnn.Roslyn.Semirings;

namespace SparseDnn.Analyzers.Semirings;

/// <summary>The diagnostics of one declared semiring.</summary>
internal sealed class SemiringFindings(INamedTypeSymbol type, Action<ProblemKind, Location, object[]> report)
{
    public void Report(ElementSource element, CancellationToken cancellationToken)
    {
        if (element.EmptyCarrier is { } carrier)
            report(ProblemKinds.EmptyCarrier, element[SemiringMember.Carrier].Body, [type.Name, element.Row.Keyword, carrier.Min.ToString(), carrier.Max.ToString()]);
        if (element.Unread is { } unread)
            report(ProblemKinds.UnreadSemiring, unread.Location, [type.Name, element.Row.Keyword, unread.Member.Member.ToString(), unread.Reason]);
        ReportScalar(element, SemiringMember.Add);
        ReportScalar(element, SemiringMember.Multiply);
        if (element.Candidate is { } candidate) ReportLaws(element, LawReports.Shared.Get(candidate, cancellationToken));
    }

    private void ReportScalar(ElementSource element, SemiringMember member)
    {
        if (element[member] is { Expression: not null, ScalarReason: { } reason } source) report(ProblemKinds.ScalarOperation, source.ScalarLocation, [member.ToString(), type.Name, reason]);
    }

    private void ReportLaws(ElementSource element, LawReport laws)
    {
        var topics = new HashSet<LawPlace>();
        foreach (var broken in laws.Results.OfType<LawResult.Broken>())
        {
            var place = LawPlace.Of(broken.Law.Kind);
            if (topics.Add(place))
                report(ProblemKinds.BrokenLaw, element[place.Member].Body, [type.Name, element.Row.Keyword, broken.Counterexample.Message, place.Member.ToString()]);
        }
        var tested = laws.Results.OfType<LawResult.Tested>().Select(result => result.Law.Name).ToArray();
        if (topics.Count == 0 && tested.Length > 0)
            report(ProblemKinds.TestedLaws, type.Locations[0], [type.Name, element.Row.Keyword, string.Join(", ", tested)]);
    }
}
