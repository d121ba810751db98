using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SparseDnn.Analyzers.Operations;
using SparseDnn.Analyzers.Use.Calls;

namespace SparseDnn.Analyzers.Use.Comparisons;

/// <summary>Two numbers, or two collections of them, that are compared, in any of the ways in which programs and tests do.</summary>
/// <param name="First">One of them.</param>
/// <param name="Second">The other.</param>
/// <param name="Tolerance">How far apart they may be, as it is written; null where they must be equal.</param>
/// <param name="IsDigits">Whether the tolerance is a number of decimal digits.</param>
/// <param name="Whole">The comparison.</param>
internal sealed record ComparedOutput(IOperation First, IOperation Second, IOperation? Tolerance, bool IsDigits, IOperation Whole)
{
    /// <summary>Whether the comparison is an assertion or part of one, and not a decision of the program.</summary>
    public bool IsAsserted
    {
        get
        {
            for (var around = Whole; around is not null and not IBlockOperation; around = around.Parent)
                if (
                    around is IInvocationOperation
                    {
                        TargetMethod.ContainingType.Name: "Assert" or "ClassicAssert" or "CollectionAssert" or "Debug" or "Trace"
                    }
                )
                    return true;
            return Whole is IInvocationOperation { TargetMethod: var method } && !IsSequenceEqual(method);
        }
    }

    /// <summary>The tolerance as a number; null where it is not constant.</summary>
    public double? Width
    {
        get
        {
            if (Tolerance?.ConstantValue is not { HasValue: true, Value: { } value } || BufferElements.ValueOf(value) is not { } width)
                return null;
            if (!IsDigits)
                return Math.Abs(width);
            if (width is >= 0 and <= 15)
                return 0.5 * Math.Pow(10, -width);
            return null;
        }
    }

    /// <summary>Reads a comparison; null for anything else.</summary>
    public static ComparedOutput? Read(IOperation operation) =>
        operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, OperatorMethod: null } equality
                when IsReal(equality.LeftOperand.Type) => new(equality.LeftOperand, equality.RightOperand, null, false, equality),
            IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual,
                OperatorMethod: null
            } less => Distance(less.LeftOperand, less.RightOperand, less),
            IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual,
                OperatorMethod: null
            } greater => Distance(greater.LeftOperand, greater.RightOperand, greater)
                ?? Distance(greater.RightOperand, greater.LeftOperand, greater),
            IInvocationOperation call => Assertion(call),
            _ => null,
        };

    // |a − b| against a tolerance.
    private static ComparedOutput? Distance(IOperation distance, IOperation tolerance, IOperation whole) =>
        OperationTree.Unconverted(distance)
            is IInvocationOperation
            {
                TargetMethod: { Name: "Abs", ContainingType: { Name: "Math" or "MathF" or "Single" or "Double" } type },
                Arguments: { Length: 1 } arguments
            }
        && type.ContainingNamespace.Name == "System"
        && OperationTree.Unconverted(arguments[0].Value)
            is IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract, OperatorMethod: null } difference
            ? new(difference.LeftOperand, difference.RightOperand, OperationTree.Unconverted(tolerance), false, whole)
            : null;

    private static ComparedOutput? Assertion(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (
            method.Name == "Within"
            && call.Instance is IInvocationOperation { TargetMethod.Name: "EqualTo", Arguments: { Length: 1 } wanted }
            && call.Arguments.Length == 1
            && That(call) is { } actual
        )
            return new(wanted[0].Value, actual, OperationTree.Unconverted(call.Arguments[0].Value), false, call);
        // Behind it further words may say how.
        if (
            method is { Name: "EqualTo", ContainingType.Name: "Is" }
            && call.Arguments.Length == 1
            && call.Parent is IConversionOperation or IArgumentOperation
            && That(call) is { } equal
        )
            return new(call.Arguments[0].Value, equal, null, false, call);
        var isSequence = IsSequenceEqual(method);
        if (
            !isSequence
            && (
                method is not { Name: "Equal" or "AreEqual", ContainingType.Name: "Assert" or "ClassicAssert" or "CollectionAssert" }
                || method.Parameters.Length is < 2
            )
        )
            return null;
        var arguments = call
            .Arguments.Where(argument => argument.Parameter is not null)
            .OrderBy(argument => argument.Parameter!.Ordinal)
            .ToArray();
        if (arguments.Length < 2)
            return null;
        if (isSequence)
            return arguments.Length == 2 || arguments[2].ArgumentKind != ArgumentKind.Explicit
                ? new(arguments[0].Value, arguments[1].Value, null, false, call)
                : null;
        if (
            IsCollection(arguments[0].Value) != IsCollection(arguments[1].Value)
            || (!IsCollection(arguments[0].Value) && (!IsReal(arguments[0].Value.Type) || !IsReal(arguments[1].Value.Type)))
        )
            return null;
        var third = arguments.Skip(2).FirstOrDefault(argument => argument.Parameter!.Name is "tolerance" or "delta" or "precision");
        // Other third parameters, such as a comparer, compare in their own way.
        if (
            third is null
            && arguments
                .Skip(2)
                .Any(argument =>
                    argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter!.Type.SpecialType != SpecialType.System_String
                )
        )
            return null;
        return new(
            arguments[0].Value,
            arguments[1].Value,
            third is null ? null : OperationTree.Unconverted(third.Value),
            third?.Parameter!.Name == "precision",
            call
        );
    }

    /// <summary>Whether a method compares two collections element by element.</summary>
    public static bool IsSequenceEqual(IMethodSymbol method) =>
        method is { Name: "SequenceEqual", ContainingType: { Name: "Enumerable" or "MemoryExtensions", ContainingNamespace: var space } }
        && space.ToDisplayString() is "System" or "System.Linq";

    /// <summary>Whether an operation gives an array or a span of real numbers.</summary>
    public static bool IsCollection(IOperation operation) =>
        ElementOf(OperationTree.Unconverted(operation)) is { } element && IsReal(element);

    /// <summary>The type of the elements of an array, span or written collection; null for anything else.</summary>
    public static ITypeSymbol? ElementOf(IOperation operation) =>
        operation switch
        {
            { Type: IArrayTypeSymbol { Rank: 1 } array } => array.ElementType,
            { Type: INamedTypeSymbol span } when MemoryTypes.IsSpan(span) => span.TypeArguments[0],
            { Syntax: CollectionExpressionSyntax, Parent: IConversionOperation { Type: IArrayTypeSymbol target } } => target.ElementType,
            {
                Syntax: CollectionExpressionSyntax,
                Parent: IConversionOperation { Type: INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } }
            } => arguments[0],
            _ => null,
        };

    // Assert.That(actual, Is.EqualTo(expected).Within(tolerance))
    private static IOperation? That(IOperation constraint)
    {
        for (var around = constraint.Parent; around is not null; around = around.Parent)
            switch (around)
            {
                case IConversionOperation or IArgumentOperation:
                    continue;
                case IInvocationOperation
                {
                    TargetMethod: { Name: "That", ContainingType.Name: "Assert" },
                    Arguments: { Length: >= 2 } arguments
                }:
                    return arguments[0].Value;
                default:
                    return null;
            }

        return null;
    }

    private static bool IsReal(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Single or SpecialType.System_Double;
}
