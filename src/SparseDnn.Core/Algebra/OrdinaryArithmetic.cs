using System.Collections.Generic;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra;

/// <summary>
/// What the operators of C# mean on the elements of a semiring: read from its formulas, so declared semirings have it as the built-in ones
/// do.
/// </summary>
internal sealed class OrdinaryArithmetic
{
    private static readonly ExpressionOperator[] Operators =
    [
        ExpressionOperator.Add,
        ExpressionOperator.Subtract,
        ExpressionOperator.Multiply,
        ExpressionOperator.Divide,
        ExpressionOperator.Min,
        ExpressionOperator.Max,
        ExpressionOperator.And,
        ExpressionOperator.Or,
        ExpressionOperator.Xor,
    ];

    private readonly Dictionary<ExpressionOperator, OrdinaryMeaning> _meanings = [];

    private OrdinaryArithmetic(SemiringCandidate candidate, ElementFormat format)
    {
        var (add, multiply) = (Normal(candidate.Add, candidate), Normal(candidate.Multiply, candidate));
        foreach (var op in Operators)
        {
            // C# wraps around where such a semiring stops at the ends.
            if (
                Saturates(candidate)
                && op is (ExpressionOperator.Add or ExpressionOperator.Subtract or ExpressionOperator.Multiply or ExpressionOperator.Divide)
            )
                continue;
            var ordinary = Normal(OperatorExpression.Apply(op, OperatorExpression.A, OperatorExpression.B), candidate);
            if (ordinary.Equals(add))
                _meanings[op] = OrdinaryMeaning.Add;
            else if (ordinary.Equals(multiply))
                _meanings[op] = OrdinaryMeaning.Multiply;
            else
                _meanings[op] = OrdinaryMeaning.Foreign;
        }

        Undo(ExpressionOperator.Subtract, ExpressionOperator.Add);
        Undo(ExpressionOperator.Divide, ExpressionOperator.Multiply);
        var isReal = NumberTypes.Of(format).Real is not null;
        IsAssociativeAsRounded = !isReal || add.Operator is ExpressionOperator.Min or ExpressionOperator.Max;
        (ZeroIsNumberZero, OneIsNumberZero) = (IsNumberZero(candidate.Zero), IsNumberZero(candidate.One));
    }

    /// <summary>Whether the operators are the semiring's own: + is ⊕ and * is ⊗.</summary>
    public bool IsPlain =>
        this[ExpressionOperator.Add] == OrdinaryMeaning.Add && this[ExpressionOperator.Multiply] == OrdinaryMeaning.Multiply;

    /// <summary>Whether ⊕ with One is max(·, 0), after which a ceiling is the rest of an epilogue.</summary>
    public bool IsReLU => this[ExpressionOperator.Max] == OrdinaryMeaning.Add && OneIsNumberZero;

    /// <summary>Whether ⊕ gives the same bits in every order: not where it rounds.</summary>
    public bool IsAssociativeAsRounded { get; }

    /// <summary>Whether memory filled with 0 (false, no bits) holds Zero.</summary>
    public bool ZeroIsNumberZero { get; }

    /// <summary>Whether it holds One.</summary>
    public bool OneIsNumberZero { get; }

    /// <summary>The meaning of an operation on two elements.</summary>
    /// <param name="op">+, −, ×, ÷, min, max, and, or, xor; others are Foreign.</param>
    public OrdinaryMeaning this[ExpressionOperator op] => _meanings.TryGetValue(op, out var meaning) ? meaning : OrdinaryMeaning.Foreign;

    /// <summary>Reads a semiring.</summary>
    /// <param name="element">The semiring in one element format.</param>
    /// <returns>Null where the format has no such semiring, or its formulas are not known.</returns>
    public static OrdinaryArithmetic? Of(SemiringElement element) =>
        element.Candidate is { } candidate ? new(candidate, element.Format) : null;

    private void Undo(ExpressionOperator inverse, ExpressionOperator op)
    {
        if (this[inverse] == OrdinaryMeaning.Foreign && this[op] != OrdinaryMeaning.Foreign)
            _meanings[inverse] = OrdinaryMeaning.Inverse;
    }

    private static bool Saturates(SemiringCandidate candidate) =>
        candidate.Carrier.Kind is CarrierKind.SaturatingInt32 or CarrierKind.SaturatingInt64;

    private static OperatorExpression Normal(OperatorExpression expression, SemiringCandidate candidate) =>
        OperatorNormalizer.Normalize(expression, candidate.Carrier);

    private static bool IsNumberZero(CarrierValue value) =>
        value.Kind switch
        {
            CarrierValueKind.Number => value.Equals(CarrierValue.Number(0)),
            CarrierValueKind.Integer => value.AsInteger == 0,
            CarrierValueKind.Word => value.AsWord == 0,
            CarrierValueKind.Boolean => !value.AsBoolean,
            _ => true, // not known: nothing is claimed
        };
}
