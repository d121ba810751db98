using SparseDnn.Algebra.Expressions;

namespace SparseDnn.Roslyn.Semirings;

/// <summary>Joins conditions; what is known at compile time is folded, so that no condition has a constant in it.</summary>
internal static class BooleanTerms
{
    public static Term? Join(ExpressionOperator op, Term x, Term y) =>
        op switch
        {
            ExpressionOperator.And when x.Known is { } known => known ? y : x,
            ExpressionOperator.And when y.Known is { } other => other ? x : y,
            ExpressionOperator.And => Apply(op, x, y),
            ExpressionOperator.Or when x.Known is { } known => known ? x : y,
            ExpressionOperator.Or when y.Known is { } other => other ? y : x,
            ExpressionOperator.Or => Apply(op, x, y),
            ExpressionOperator.Xor or ExpressionOperator.NotEqual when x.Known is { } known => Flip(y, known),
            ExpressionOperator.Xor or ExpressionOperator.NotEqual when y.Known is { } other => Flip(x, other),
            ExpressionOperator.Xor or ExpressionOperator.NotEqual => Apply(op, x, y),
            ExpressionOperator.Equal when x.Known is { } known => Flip(y, !known),
            ExpressionOperator.Equal when y.Known is { } other => Flip(x, !other),
            ExpressionOperator.Equal => Apply(op, x, y),
            _ => null,
        };

    public static Term Choose(Term condition, Term x, Term y)
    {
        if (condition.Known is { } chosen)
            return chosen ? x : y;
        if (x.Known is { } first)
            return first ? Join(ExpressionOperator.Or, condition, y)! : Join(ExpressionOperator.And, Term.Not(condition), y)!;
        if (y.Known is { } second)
            return second ? Join(ExpressionOperator.Or, Term.Not(condition), x)! : Join(ExpressionOperator.And, condition, x)!;
        return Term.Apply(ExpressionOperator.Conditional, x.IsBoolean, condition, x, y);
    }

    private static Term Flip(Term x, bool flip) => flip ? Term.Not(x) : x;

    private static Term Apply(ExpressionOperator op, Term x, Term y) => Term.Apply(op, true, x, y);
}
