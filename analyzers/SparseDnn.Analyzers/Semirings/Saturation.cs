using System.Linq;
using System.Threading;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;
using SparseDnn.Roslyn.Semirings;

namespace SparseDnn.Analyzers.Semirings;

/// <summary>Whether a semiring whose Zero is the greatest integer becomes one where its sums stop there, on the values from 0 on.</summary>
internal static class Saturation
{
    /// <summary>Whether every law holds then. With the least integer as Zero none does: 0 and above are not reached by it.</summary>
    public static bool Mends(ElementSource element, SemiringCandidate candidate, LawReports reports, CancellationToken cancellationToken)
    {
        var kind = candidate.Carrier.Kind == CarrierKind.WrappingInt32 ? CarrierKind.SaturatingInt32 : CarrierKind.SaturatingInt64;
        var whole = Carrier.Whole(kind);
        if (
            !candidate.Zero.Equals(whole.Max)
            || !IsSum(candidate.Multiply)
            || element[SemiringMember.Add].Wraps
            || element.Members.Any(source => source.Member == SemiringMember.Carrier)
        )
            return false;
        var mended = candidate with { Carrier = Carrier.Closed(kind, 0, whole.Max.AsInteger) };
        return reports.Of(mended, "saturating", cancellationToken).HasNoBrokenLaw;
    }

    private static bool IsSum(OperatorExpression multiply) =>
        multiply.Equals(OperatorExpression.Apply(ExpressionOperator.Add, OperatorExpression.A, OperatorExpression.B))
        || multiply.Equals(OperatorExpression.Apply(ExpressionOperator.Add, OperatorExpression.B, OperatorExpression.A));
}
