using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;
using SparseDnn.Generators.Text;

namespace SparseDnn.Generators.Semirings;

/// <summary>Writes an expression as calls on lanes; what occurs more than once becomes a local.</summary>
/// <param name="row">The element type.</param>
/// <param name="ordered">Whether min and max are the processor's own, which differ for NaN and zeros of both signs.</param>
internal sealed class VectorLowering(NumberType row, bool ordered)
{
    private static readonly Dictionary<ExpressionOperator, string> Methods = new()
    {
        [ExpressionOperator.Add] = "Add",
        [ExpressionOperator.Subtract] = "Subtract",
        [ExpressionOperator.Multiply] = "Multiply",
        [ExpressionOperator.Divide] = "Divide",
        [ExpressionOperator.Negate] = "Negate",
        [ExpressionOperator.Abs] = "Abs",
        [ExpressionOperator.Less] = "LessThan",
        [ExpressionOperator.LessOrEqual] = "LessThanOrEqual",
        [ExpressionOperator.Greater] = "GreaterThan",
        [ExpressionOperator.GreaterOrEqual] = "GreaterThanOrEqual",
        [ExpressionOperator.Equal] = "EqualTo",
        [ExpressionOperator.NotEqual] = "NotEqualTo",
        [ExpressionOperator.And] = "And",
        [ExpressionOperator.Or] = "Or",
        [ExpressionOperator.Xor] = "Xor",
        [ExpressionOperator.Not] = "Not",
        [ExpressionOperator.ShiftLeft] = "ShiftLeft",
        [ExpressionOperator.ShiftRight] = "ShiftRight",
        [ExpressionOperator.ShiftRightLogical] = "ShiftRightLogical",
        [ExpressionOperator.FusedMultiplyAdd] = "FusedMultiplyAdd",
    };

    private readonly Dictionary<OperatorExpression, int> _uses = [];
    private readonly Dictionary<OperatorExpression, string> _locals = [];
    private SourceWriter _writer = null!;
    private string _prefix = "";
    private (string A, string B) _operands;

    /// <summary>Writes the locals and returns the value.</summary>
    /// <param name="writer">Receives the locals.</param>
    /// <param name="expression">What to compute; every node has a vector form.</param>
    /// <param name="a">Name of the left operand.</param>
    /// <param name="b">Name of the right one.</param>
    /// <param name="prefix">How the locals' names begin.</param>
    public string Write(SourceWriter writer, OperatorExpression expression, string a, string b, string prefix)
    {
        _uses.Clear();
        _locals.Clear();
        (_writer, _operands, _prefix) = (writer, (a, b), prefix);
        Count(expression);
        return Value(expression);
    }

    private void Count(OperatorExpression expression)
    {
        _uses.TryGetValue(expression, out var uses);
        _uses[expression] = uses + 1;
        if (uses > 0)
            return;
        foreach (var operand in expression.Operands)
            Count(operand);
    }

    private string Value(OperatorExpression expression)
    {
        if (expression.Operator == ExpressionOperator.A)
            return _operands.A;
        if (expression.Operator == ExpressionOperator.B)
            return _operands.B;
        if (_locals.TryGetValue(expression, out var local))
            return local;
        var text = Call(expression);
        if (_uses[expression] == 1)
            return text;
        local = _prefix + (_locals.Count + 1).ToString(CultureInfo.InvariantCulture);
        _writer.Line($"var {local} = {text};");
        _locals.Add(expression, local);
        return local;
    }

    private string Call(OperatorExpression expression)
    {
        var x = expression.Operands;
        switch (expression.Operator)
        {
            case ExpressionOperator.Constant:
                return Lanes("Broadcast", row.Literal(expression.Value));
            case ExpressionOperator.Min:
                return Lanes(ordered ? "Lesser" : "Min", Values(x));
            case ExpressionOperator.Max:
                return Lanes(ordered ? "Greater" : "Max", Values(x));
            case ExpressionOperator.Conditional:
                return Choice(x[0], x[1], x[2]);
            case ExpressionOperator.Equal when IsBoolean(x[0]):
                return Lanes("Not", Lanes("Xor", Values(x)));
            case ExpressionOperator.NotEqual when IsBoolean(x[0]):
                return Lanes("Xor", Values(x));
            default:
                return Lanes(Methods[expression.Operator], Values(x));
        }
    }

    // a < b ? a : b and its three other spellings are one instruction.
    private string Choice(OperatorExpression condition, OperatorExpression x, OperatorExpression y)
    {
        if (condition.Operator is ExpressionOperator.Less or ExpressionOperator.Greater && !IsBoolean(x))
        {
            var (left, right) = (condition.Operands[0], condition.Operands[1]);
            var isLess = condition.Operator == ExpressionOperator.Less;
            if (left.Equals(x) && right.Equals(y))
                return Lanes(isLess ? "Lesser" : "Greater", Value(x), Value(y));
            if (left.Equals(y) && right.Equals(x))
                return Lanes(isLess ? "Greater" : "Lesser", Value(x), Value(y));
        }
        return Lanes("Select", Value(condition), Value(x), Value(y));
    }

    private string[] Values(IEnumerable<OperatorExpression> operands) => [.. operands.Select(Value)];

    private bool IsBoolean(OperatorExpression expression) =>
        expression.Operator switch
        {
            ExpressionOperator.A or ExpressionOperator.B => row.Carrier == CarrierKind.Boolean,
            ExpressionOperator.Constant => expression.Value.Kind == CarrierValueKind.Boolean,
            ExpressionOperator.Conditional => IsBoolean(expression.Operands[1]),
            >= ExpressionOperator.Less and <= ExpressionOperator.NotEqual => true,
            ExpressionOperator.And or ExpressionOperator.Or or ExpressionOperator.Xor or ExpressionOperator.Not => IsBoolean(
                expression.Operands[0]
            ),
            _ => false,
        };

    private static string Lanes(string method, params string[] arguments) => $"TLanes.{method}({string.Join(", ", arguments)})";
}
