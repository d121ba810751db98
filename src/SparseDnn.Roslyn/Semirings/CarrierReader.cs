using Microsoft.CodeAnalysis;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Roslyn.Semirings;

/// <summary>From the ends that a user declares to the carrier of ideal values.</summary>
internal static class CarrierReader
{
    /// <summary>The value of an expression without operands; null where it has to be computed.</summary>
    public static CarrierValue? Constant(OperatorExpression? expression) =>
        expression switch
        {
            { Operator: ExpressionOperator.Constant } => expression.Value,
            // −0, whose sign an ideal value does not have.
            { Operator: ExpressionOperator.Negate }
                when expression.Operands[0]
                    is { Operator: ExpressionOperator.Constant, Value: { Kind: CarrierValueKind.Number, AsNumber.IsZero: true } zero } =>
                zero,
            _ => null,
        };

    /// <summary>The closed carrier of two ends; null where an end is not a constant.</summary>
    public static Carrier? Closed(CarrierKind kind, NumberType row, OperatorExpression least, OperatorExpression greatest)
    {
        if (Constant(least) is not { } min || Constant(greatest) is not { } max)
            return null;
        if (kind != CarrierKind.Real)
            return new(kind, min, max, true, true);
        var isSingle = row.SpecialType() == SpecialType.System_Single;
        var carrier = Carrier.Closed(Number(min), Number(max), isSingle ? float.MaxValue : double.MaxValue);
        // As the largest number means no end, the smallest means the numbers beyond 0: an ideal carrier knows no underflow.
        var smallest = CarrierValue.Number(isSingle ? float.Epsilon : double.Epsilon);
        if (carrier.Min.Equals(smallest))
            carrier = carrier with { Min = Zero, IncludesMin = false };
        return carrier.Max.Kind == CarrierValueKind.Number && carrier.Max.Equals(CarrierValue.Number(-smallest.AsNumber))
            ? carrier with
            {
                Max = Zero,
                IncludesMax = false,
            }
            : carrier;
    }

    private static CarrierValue Zero => CarrierValue.Number(0L);

    private static double Number(CarrierValue value) => value.Kind == CarrierValueKind.Number ? value.AsNumber.ToDouble() : double.NaN;
}
