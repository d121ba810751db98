using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra.Laws;

/// <summary>Finds a few values of which every combination decides the laws for the whole carrier.</summary>
internal static class CompletePoints
{
    private const ulong MaxValues = 16; // 4,096 triples for each of four laws

    private static readonly CarrierValue[] Booleans = [CarrierValue.Boolean(false), CarrierValue.Boolean(true)];

    /// <summary>The values and why they decide; null where no such set is known.</summary>
    public static (IEnumerable<CarrierValue> Values, string Because)? Find(SemiringCandidate candidate)
    {
        var carrier = candidate.Carrier;
        if (carrier.IncludesUndefined || carrier.Kind == CarrierKind.Real)
            return null;
        var arithmetic = CarrierArithmetics.Of(carrier.Kind);
        if (
            carrier.Kind != CarrierKind.Boolean
            && carrier == Carrier.Whole(carrier.Kind)
            && IsBitwise(candidate.Add)
            && IsBitwise(candidate.Multiply)
        )
        {
            // A bit of the result depends on the same bit of a, b, c, Zero, One and constants: words of equal bits try all of them at once.
            var none = arithmetic.Convert(default(Rational));
            return ([none, arithmetic.Not(none)], "each bit is computed from the same bits alone, and all their values were tried");
        }
        var values = All(carrier);
        return values is null ? null : (values, $"all {values.Length} values of the carrier were tried");
    }

    private static CarrierValue[]? All(Carrier carrier)
    {
        if (carrier.Kind == CarrierKind.Boolean)
            return [.. Booleans.Where(carrier.Contains)];
        var isWord = carrier.Kind == CarrierKind.Word64;
        var first = isWord ? carrier.Min.AsWord : unchecked((ulong)carrier.Min.AsInteger);
        var span = unchecked((isWord ? carrier.Max.AsWord : (ulong)carrier.Max.AsInteger) - first);
        if (span >= MaxValues)
            return null;
        return
        [
            .. Enumerable
                .Range(0, (int)span + 1)
                .Select(i => unchecked(first + (ulong)i))
                .Select(bits => isWord ? CarrierValue.Word(bits) : CarrierValue.Integer(unchecked((long)bits)))
                .Where(carrier.Contains),
        ];
    }

    private static bool IsBitwise(OperatorExpression expression) =>
        expression.Operator
            is ExpressionOperator.A
                or ExpressionOperator.B
                or ExpressionOperator.Constant
                or ExpressionOperator.And
                or ExpressionOperator.Or
                or ExpressionOperator.Xor
                or ExpressionOperator.Not
        && expression.Operands.All(IsBitwise);
}
