using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Operations;
using SparseDnn.Analyzers.Use.Calls;
using SparseDnn.Compiler.Tolerances;
using SparseDnn.Problems;
using SparseDnn.Problems.Findings;
using SparseDnn.Roslyn.Symbols;

namespace SparseDnn.Analyzers.Use.Comparisons;

/// <summary>Reports what is wrong with one comparison of an output (SDNN2021 to SDNN2024).</summary>
/// <param name="isTest">Whether the method is a test.</param>
/// <param name="buffers">What variables of the method hold.</param>
/// <param name="toleranceOf">The bounds of a network, for an item written in constants or for the declared range; null where there are
/// none.</param>
/// <param name="report">Takes kind, place, what the output is compared with, what a fix needs, and the values of the message.</param>
internal sealed class ComparisonFindings(
    bool isTest,
    OutputBuffers buffers,
    Func<NetworkShape, System.Collections.Generic.IReadOnlyList<double>?, OutputTolerance?> toleranceOf,
    Action<ProblemKind, IOperation, IOperation, ImmutableDictionary<string, string?>, object[]> report
)
{
    private const double Needless = 100;

    public void Report(ComparedOutput compared)
    {
        var isFirst = buffers.CallOf(compared.First, out var element) is not null;
        var call = buffers.CallOf(isFirst ? compared.First : compared.Second, out element);
        var other = isFirst ? compared.Second : compared.First;
        if (call?.Declared is not { } shape || buffers.CallOf(other, out _) is not null)
            return;
        var isWhole = OutputBuffers.IsWhole(element);
        if (compared.Tolerance is null && (isWhole ? ReportConstants(element, other) : ReportConstant(element, other)))
            return;
        var item = buffers.ItemOf(call);
        var isFormed = isWhole ? FormedSums.AreIn(other) : FormedSums.IsSum(other);
        if (compared.Tolerance is null ? !isFormed : compared.Width is null)
            return;
        if (toleranceOf(shape, item) is not { } tolerance)
            return;
        var bound = BoundOf(tolerance, element);
        var where = item is not null ? "for this item" : "for inputs of the declared range";
        var network = new NetworkReference(TypeSymbols.MetadataName(shape.Type));
        if (compared.Tolerance is null)
            ReportEquality(compared, element, other, tolerance, bound, network);
        else
            ReportTolerance(compared, element, other, bound, where, network);
    }

    // Elements of binary64 in a collection that is written out; frameworks compare them with the outputs as they are.
    private bool ReportConstants(IOperation outputs, IOperation other)
    {
        if (
            ComparedOutput.ElementOf(outputs)?.SpecialType != SpecialType.System_Single
            || BufferElements.Of(OperationTree.Unconverted(other)) is not { } elements
        )
            return false;
        var found = false;
        foreach (var element in elements)
        {
            if (element.ConstantValue is not { HasValue: true, Value: double number } || double.IsNaN(number) || (float)number == number)
                continue;
            found = true;
            report(
                ProblemKinds.UnequalConstant,
                element,
                other,
                ImmutableDictionary<string, string?>.Empty,
                [Text(number), "binary32", UserText.Of(outputs), "write a collection of float"]
            );
        }

        return found;
    }

    // A constant of binary64 that binary32 does not hold.
    private bool ReportConstant(IOperation element, IOperation other)
    {
        var constant = OperationTree.Unconverted(other);
        if (
            element.Type?.SpecialType != SpecialType.System_Single
            || constant.ConstantValue is not { HasValue: true, Value: double number }
            || double.IsNaN(number)
            || (float)number == number
        )
            return false;
        var nearest = (float)number;
        var text = constant.Syntax.ToString();
        var isLiteral =
            constant.Syntax is LiteralExpressionSyntax or PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax }
            && !text.EndsWith("d", StringComparison.OrdinalIgnoreCase)
            && !float.IsInfinity(nearest);
        var replacement = isLiteral ? new Replacement(text + "f") : null;
        var remedy = (float.IsInfinity(nearest), isLiteral) switch
        {
            (true, _) => "no finite output is that large; write float.PositiveInfinity if an infinite one is meant",
            (_, true) => $"write {text}f, the nearest binary32 value",
            _ => $"write (float)({UserText.Of(constant)}), which rounds it to {nearest.ToString("G9", CultureInfo.InvariantCulture)}",
        };
        report(
            ProblemKinds.UnequalConstant,
            constant,
            other,
            FindingProperties.Of(replacement),
            [Text(number), "binary32", UserText.Of(element), remedy]
        );
        return true;
    }

    private void ReportEquality(
        ComparedOutput compared,
        IOperation element,
        IOperation other,
        OutputTolerance tolerance,
        double bound,
        NetworkReference network
    )
    {
        if (bound == 0 || tolerance.Obstacle is not { } obstacle)
            return;
        var remedy = double.IsInfinity(bound)
            ? "declare an InputRange within which no sum overflows, from which a bound can be derived"
            : $"write a tolerance of {Text(RoundUp(2 * bound))}, the derived bound of both";
        var replacement =
            !double.IsInfinity(bound) && WithTolerance(compared, RoundUp(2 * bound)) is { } text ? new Replacement(text) : null;
        report(
            ProblemKinds.UncertainEquality,
            compared.Whole,
            other,
            FindingProperties.Of(network, replacement),
            [UserText.Of(element), obstacle, remedy]
        );
    }

    private void ReportTolerance(
        ComparedOutput compared,
        IOperation element,
        IOperation other,
        double bound,
        string where,
        NetworkReference network
    )
    {
        if (compared.Width is not { } width || double.IsInfinity(bound))
            return;
        var literal = Literal(bound, compared.Tolerance!);
        var properties = FindingProperties.Of(network, !compared.IsDigits && bound > 0 ? new Replacement(literal) : null);
        if (width < bound)
            report(
                ProblemKinds.NarrowTolerance,
                compared.Tolerance!,
                other,
                properties,
                [TextOf(compared), Text(RoundUp(bound)), UserText.Of(element), where]
            );
        // Elsewhere a program may decide by how near an output is to something.
        else if ((isTest || compared.IsAsserted) && (bound > 0 ? width > Needless * RoundUp(bound) : width > 0))
            report(
                ProblemKinds.WideTolerance,
                compared.Tolerance!,
                other,
                properties,
                [
                    TextOf(compared),
                    bound > 0 ? Times(width / bound) : "infinitely many times",
                    UserText.Of(element),
                    where,
                    bound > 0 ? literal : "none, as every implementation gives the exact value",
                ]
            );
    }

    // The comparison as it would be written with a tolerance; null where that takes more than text.
    private static string? WithTolerance(ComparedOutput compared, double tolerance)
    {
        var isSingle =
            OperationTree.Unconverted(compared.First).Type?.SpecialType == SpecialType.System_Single
            && OperationTree.Unconverted(compared.Second).Type?.SpecialType == SpecialType.System_Single;
        var literal = Text(tolerance) + (isSingle ? "f" : "");
        return compared.Whole.Syntax switch
        {
            InvocationExpressionSyntax call when compared.Whole is IInvocationOperation { TargetMethod.Name: "EqualTo" } =>
                $"{call}.Within({literal})",
            _ when ComparedOutput.IsCollection(compared.Second) => null,
            BinaryExpressionSyntax equality => $"System.Math.Abs({equality.Left.WithoutTrivia()} - {Operand(equality.Right)}) "
                + $"{(equality.IsKind(SyntaxKind.EqualsExpression) ? "<=" : ">")} {literal}",
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax },
                ArgumentList.Arguments: { Count: 2 } arguments
            } call when arguments.All(argument => argument.NameColon is null) =>
                $"{call.Expression}({arguments[0]}, {arguments[1]}, {literal})",
            _ => null,
        };
    }

    private static string Operand(ExpressionSyntax expression) =>
        expression is BinaryExpressionSyntax ? $"({expression.WithoutTrivia()})" : expression.WithoutTrivia().ToString();

    private static double BoundOf(OutputTolerance tolerance, IOperation element)
    {
        var index = element switch
        {
            IArrayElementReferenceOperation array => array.Indices[0].ConstantValue,
            IPropertyReferenceOperation property => property.Arguments[0].Value.ConstantValue,
            _ => default,
        };
        return index is { HasValue: true, Value: int neuron } && neuron >= 0 && neuron < tolerance.Bounds.Count
            ? tolerance.Bounds[neuron]
            : tolerance.Largest;
    }

    private static string TextOf(ComparedOutput compared) =>
        compared.IsDigits ? $"{Text(compared.Width!.Value)} ({UserText.Of(compared.Tolerance!)} digits)" : UserText.Of(compared.Tolerance!);

    private static string Times(double factor) => $"{factor.ToString("G2", CultureInfo.InvariantCulture)} times";

    private static string Literal(double bound, IOperation tolerance) =>
        Text(RoundUp(bound)) + (tolerance.Type?.SpecialType == SpecialType.System_Single ? "f" : "");

    // Two digits, upward, so that the text is still a bound in binary32 too.
    private static double RoundUp(double bound)
    {
        if (bound == 0 || double.IsInfinity(bound))
            return bound;
        var unit = Math.Pow(10, Math.Floor(Math.Log10(bound)) - 1);
        return double.Parse(
            ((Math.Floor(bound / unit) + 1) * unit).ToString("G2", CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture
        );
    }

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(float number) => number.ToString("R", CultureInfo.InvariantCulture);
}
