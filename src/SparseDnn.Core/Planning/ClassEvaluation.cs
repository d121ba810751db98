using System.Linq;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Expressions;

namespace SparseDnn.Planning;

/// <summary>Evaluates an operator on classes of values and watches its min and max.</summary>
/// <remarks>Each pair of single classes is evaluated on its own, so that conditions on the operands choose branches.</remarks>
internal sealed class ClassEvaluation(OperatorExpression expression, NumberType format)
{
    private const ValueClasses Zeros = ValueClasses.NegativeZero | ValueClasses.PositiveZero;

    /// <summary>
    /// Whether so far every min and max had operands for which a comparing select gives the same bits: no NaN, and no zeros of both signs.
    /// </summary>
    public bool IsOrdered { get; private set; } = true;

    /// <summary>The classes of the results.</summary>
    public ValueClasses Apply(ValueClasses a, ValueClasses b)
    {
        var result = ValueClasses.None;
        foreach (var x in ClassArithmetic.Single(a))
        foreach (var y in ClassArithmetic.Single(b))
            result |= Evaluate(expression, x, y);
        return result;
    }

    private ValueClasses Evaluate(OperatorExpression node, ValueClasses a, ValueClasses b)
    {
        switch (node.Operator)
        {
            case ExpressionOperator.A:
                return a;
            case ExpressionOperator.B:
                return b;
            case ExpressionOperator.Constant:
                return ValueClass.Of(node.Value, format);
            case ExpressionOperator.Conditional:
                var condition = Evaluate(node.Operands[0], a, b);
                return (condition == ValueClasses.False ? ValueClasses.None : Evaluate(node.Operands[1], a, b))
                    | (condition == ValueClasses.True ? ValueClasses.None : Evaluate(node.Operands[2], a, b));
        }

        var operands = node.Operands.Select(operand => Evaluate(operand, a, b)).ToArray();
        if (node.Operator is ExpressionOperator.Min or ExpressionOperator.Max)
        {
            var together = operands[0] | operands[1];
            if ((together & ValueClasses.NaN) != ValueClasses.None || (together & Zeros) == Zeros)
                IsOrdered = false;
        }

        return ClassArithmetic.Apply(node.Operator, operands);
    }
}
