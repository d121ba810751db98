using System.Globalization;
using System.Numerics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Use.Calls;
using SparseDnn.Problems.Findings;

namespace SparseDnn.Analyzers.Use.Inputs;

/// <summary>One input that is rounded on its way.</summary>
/// <param name="Place">What is marked.</param>
/// <param name="Arrives">What the network sees.</param>
/// <param name="Reason">Why.</param>
/// <param name="Remedy">What to write.</param>
/// <param name="Replacement">What a fix writes; null where there is nothing better to write.</param>
internal sealed record InputRounding(IOperation Place, string Arrives, string Reason, string Remedy, Replacement? Replacement)
{
    /// <summary>Looks at an element, conversions included; null where nothing is rounded that the text does not show.</summary>
    public static InputRounding? Of(IOperation element)
    {
        if (
            element.Type?.SpecialType is not (SpecialType.System_Single or SpecialType.System_Double)
            || element is not IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion
        )
            return null;
        return conversion.Operand.ConstantValue is { HasValue: true, Value: { } constant }
            ? OfConstant(conversion, constant)
            : OfCast(conversion);
    }

    private static InputRounding? OfConstant(IConversionOperation element, object constant)
    {
        if (element.ConstantValue is not { HasValue: true, Value: { } arrived })
            return null;
        if (constant is float single && arrived is double wide)
        {
            // The digits that were written, if they were: 0.1f is the nearest binary32 value to 0.1, not 0.1.
            if (!IsLiteral(element.Operand.Syntax) || float.IsNaN(single) || float.IsInfinity(single))
                return null;
            var digits = element.Operand.Syntax.ToString().TrimEnd('f', 'F').Replace("_", "");
            if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var written) || written == wide)
                return null;
            return new(element.Operand, Text(wide), "the suffix f rounds it to binary32 first", $"write {digits}", new Replacement(digits));
        }

        if (WholeOf(constant) is not { } whole)
            return null;
        var value = arrived is float narrow ? narrow : (double)arrived;
        return new BigInteger(value) == whole
            ? null
            : new(
                element.Operand,
                new BigInteger(value).ToString(CultureInfo.InvariantCulture),
                $"{(arrived is float ? "binary32" : "binary64")} does not hold it",
                "write a number that it holds, or give the network a wider format",
                null
            );
    }

    // double → float → double: the cast that is written is not the one to the network's elements.
    private static InputRounding? OfCast(IConversionOperation element)
    {
        if (
            element.Operand is not IConversionOperation { IsImplicit: false, OperatorMethod: null } cast
            || cast.Syntax is not CastExpressionSyntax written
        )
            return null;
        if (
            element.Type!.SpecialType != SpecialType.System_Double
            || cast.Type?.SpecialType != SpecialType.System_Single
            || cast.Operand.Type?.SpecialType != SpecialType.System_Double
        )
            return null;
        return new(
            cast,
            "a binary32 value",
            "the cast rounds it, though the elements of the network are double",
            $"write {UserText.Of(written.Expression)} without the cast",
            new Replacement(written.Expression.ToString())
        );
    }

    private static bool IsLiteral(SyntaxNode node) =>
        node is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax };

    private static BigInteger? WholeOf(object constant) =>
        constant switch
        {
            int value => value,
            uint value => value,
            long value => value,
            ulong value => value,
            _ => null,
        };

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
