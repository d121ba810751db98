using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Algebra.Expressions;

namespace SparseDnn.Roslyn.Semirings;

internal sealed partial class BodyReader
{
    private Term? ReadBinary(IBinaryOperation binary, Dictionary<ISymbol, Term> values)
    {
        if (binary.OperatorMethod is not null || binary.IsLifted || binary.IsCompareText)
            return Findings.Decline(binary.Syntax, OperationWords.Reason(binary));
        if (CSharpOperators.Find(binary.OperatorKind) is not { } row)
            return Findings.Decline(binary.Syntax, OperationWords.Reason(binary));
        if (row.Operands == OperandKinds.Count)
            return ReadShift(row.Operator, binary, values);
        if (!IsFollowed(binary.LeftOperand.Type))
            return Findings.Decline(binary.Syntax, $"computes in {Type(binary.LeftOperand)}; compute in {element.Keyword} throughout");
        if (Read(binary.LeftOperand, values) is not { } x || Read(binary.RightOperand, values) is not { } y)
            return null;
        if (x.IsBoolean != y.IsBoolean)
            return Findings.Decline(binary.Syntax, OperationWords.Reason(binary));
        if (x.IsBoolean)
            return row.JoinsConditions
                ? BooleanTerms.Join(row.Operator, x, y)
                : Findings.Decline(binary.Syntax, OperationWords.Reason(binary));
        if (row.IsComparison)
            return Term.Apply(row.Operator, true, x, y);
        if (row.Operands == OperandKinds.Bits)
            return element.IsInteger
                ? Term.Apply(row.Operator, false, x, y)
                : Findings.Decline(binary.Syntax, OperationWords.Reason(binary));
        if (!element.IsReal && binary.IsChecked)
            return Findings.Decline(binary.Syntax, OperationWords.Checked);
        if (!element.IsReal && row.Operator == ExpressionOperator.Divide)
            Findings.HasNoVectorForm(binary.Syntax, "is a division of integers, which has no vector form");
        Findings.Wraps |= !element.IsReal;
        return Term.Apply(row.Operator, false, x, y);
    }

    private Term? ReadShift(ExpressionOperator shift, IBinaryOperation binary, Dictionary<ISymbol, Term> values)
    {
        if (!element.IsInteger || !IsFollowed(binary.Type))
            return Findings.Decline(binary.Syntax, $"computes in {Type(binary)}; compute in {element.Keyword} throughout");
        if (Read(binary.LeftOperand, values) is not { IsBoolean: false } x)
            return null;
        Findings.Wraps |= shift == ExpressionOperator.ShiftLeft;
        return Count(binary.RightOperand, values) is { } count ? Term.Apply(shift, false, x, count) : null;
    }

    // C# takes counts as int and modulo the width, so (int)b of a long has all the bits that matter.
    private Term? Count(IOperation operation, Dictionary<ISymbol, Term> values)
    {
        if (operation.ConstantValue is { HasValue: true, Value: int constant })
            return Term.Constant(element.ShiftCount(constant));
        if (operation.Type?.SpecialType == element.SpecialType())
            return Read(operation, values);
        return
            operation
                is IConversionOperation { OperatorMethod: null, IsChecked: false, Type.SpecialType: SpecialType.System_Int32 } conversion
            && conversion.Operand.Type?.SpecialType == element.SpecialType()
            ? Read(conversion.Operand, values)
            : Findings.Decline(operation.Syntax, "is a count that is neither a constant nor (int) of an element");
    }

    private Term? ReadUnary(IUnaryOperation unary, Dictionary<ISymbol, Term> values)
    {
        if (unary.OperatorMethod is not null || unary.IsLifted)
            return Findings.Decline(unary.Syntax, OperationWords.Reason(unary));
        if (Read(unary.Operand, values) is not { } x)
            return null;
        switch (unary.OperatorKind)
        {
            case UnaryOperatorKind.Not when x.IsBoolean:
                return Term.Not(x);
            case UnaryOperatorKind.Plus when !x.IsBoolean:
                return x;
            case UnaryOperatorKind.BitwiseNegation when !x.IsBoolean && element.IsInteger:
                return Term.Apply(ExpressionOperator.Not, false, x);
            case UnaryOperatorKind.Minus when !x.IsBoolean && !element.IsReal && unary.IsChecked:
                return Findings.Decline(unary.Syntax, OperationWords.Checked);
            case UnaryOperatorKind.Minus when !x.IsBoolean:
                Findings.Wraps |= !element.IsReal;
                return Term.Apply(ExpressionOperator.Negate, false, x);
            default:
                return Findings.Decline(unary.Syntax, OperationWords.Reason(unary));
        }
    }

    private bool IsFollowed(ITypeSymbol? type) =>
        type is not null && (type.SpecialType == element.SpecialType() || type.SpecialType == SpecialType.System_Boolean);

    private static string Type(IOperation operation) => operation.Type is { } type ? Name(type) : "no known type";
}
