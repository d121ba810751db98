using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Roslyn.Semirings;

/// <summary>Functions of the framework on elements: what they compute, or why they cannot be followed.</summary>
internal static class MathFunctions
{
    private const string OtherNaN = "treats NaN otherwise than min and max do; use Min or Max";

    private static readonly Dictionary<string, Func<Term[], Term>> Numbers = new(StringComparer.Ordinal)
    {
        ["Min/2"] = static x => Number(ExpressionOperator.Min, x),
        ["Max/2"] = static x => Number(ExpressionOperator.Max, x),
        ["Abs/1"] = static x => Number(ExpressionOperator.Abs, x),
        ["Exp/1"] = static x => Number(ExpressionOperator.Exp, x),
        ["Log/1"] = static x => Number(ExpressionOperator.Log, x),
        ["FusedMultiplyAdd/3"] = static x => Number(ExpressionOperator.FusedMultiplyAdd, x),
        ["IsNaN/1"] = static x => Condition(ExpressionOperator.NotEqual, x[0], x[0]),
        ["IsPositiveInfinity/1"] = static x => Condition(ExpressionOperator.Equal, x[0], Infinity),
        ["IsNegativeInfinity/1"] = static x => Condition(ExpressionOperator.Equal, x[0], Term.Constant(CarrierValue.NegativeInfinity)),
        ["IsInfinity/1"] = static x => Condition(ExpressionOperator.Equal, Number(ExpressionOperator.Abs, x), Infinity),
        ["IsFinite/1"] = static x => Condition(ExpressionOperator.Less, Number(ExpressionOperator.Abs, x), Infinity),
    };

    private static readonly Dictionary<string, string> Declined = new(StringComparer.Ordinal)
    {
        ["MinNumber"] = OtherNaN,
        ["MaxNumber"] = OtherNaN,
        ["MinNative"] = "differs from one processor to another; use Min",
        ["MaxNative"] = "differs from one processor to another; use Max",
        ["ClampNative"] = "differs from one processor to another; use Clamp",
        ["MultiplyAddEstimate"] = "differs from one processor to another; use FusedMultiplyAdd",
        ["ReciprocalEstimate"] = "differs from one processor to another; write 1 / x",
    };

    private static Term Infinity => Term.Constant(CarrierValue.PositiveInfinity);

    /// <summary>Whether a method is a function of Math, MathF or an element type.</summary>
    public static bool Owns(IMethodSymbol method) =>
        method.IsStatic
        && method.ContainingType is { } type
        && (
            ElementSymbols.Of(type) is not null
            || (
                type is { Name: "Math" or "MathF", ContainingType: null }
                && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true }
            )
        );

    /// <summary>What the function computes from elements; null where it is none that can be followed.</summary>
    public static Term? Apply(string name, Term[] operands) =>
        Numbers.TryGetValue($"{name}/{operands.Length}", out var function) ? function(operands) : null;

    /// <summary>Why a function is not followed.</summary>
    public static string Reason(string name) =>
        Declined.TryGetValue(name, out var reason) ? reason : "is not among the functions that can be followed";

    /// <summary>Math.Clamp as the framework defines it: two comparisons.</summary>
    public static Term Clamp(Term x, Term least, Term greatest) =>
        BooleanTerms.Choose(
            Condition(ExpressionOperator.Less, x, least),
            least,
            BooleanTerms.Choose(Condition(ExpressionOperator.Greater, x, greatest), greatest, x)
        );

    private static Term Number(ExpressionOperator op, params Term[] x) => Term.Apply(op, false, x);

    private static Term Condition(ExpressionOperator op, Term x, Term y) => Term.Apply(op, true, x, y);
}
