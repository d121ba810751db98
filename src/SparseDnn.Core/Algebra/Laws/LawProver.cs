using System.Linq;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra.Laws;

/// <summary>Proves laws from the tables of facts.</summary>
internal sealed class LawProver
{
    private readonly SemiringCandidate _candidate;
    private readonly OperatorShape _add;
    private readonly OperatorShape _multiply;

    public LawProver(SemiringCandidate candidate)
    {
        _candidate = candidate;
        // The facts, and the normal forms, are of values; a carrier that holds NaN is left to the search.
        HasFacts = candidate.Carrier.IsWellFormed && !candidate.Carrier.IncludesUndefined;
        _add = HasFacts ? OperatorShapes.Recognise(candidate.Add, candidate.Carrier) : OperatorShape.Other;
        _multiply = HasFacts ? OperatorShapes.Recognise(candidate.Multiply, candidate.Carrier) : OperatorShape.Other;
    }

    private bool HasFacts { get; }

    /// <summary>Why the law holds; null where no fact says so.</summary>
    public string? Prove(LawKind law) =>
        law switch
        {
            LawKind.ZeroInCarrier => Member(_candidate.Zero),
            LawKind.OneInCarrier => Member(_candidate.One),
            _ when !HasFacts => null,
            LawKind.AddClosed => Find(OperationProperty.Closed, _add, default) ?? Close(_candidate.Add),
            LawKind.MultiplyClosed => Find(OperationProperty.Closed, _multiply, default) ?? Close(_candidate.Multiply),
            LawKind.AddAssociative => Find(OperationProperty.Associative, _add, default),
            LawKind.AddCommutative => IsSymmetric(_candidate.Add) ? "exchanging a and b gives the same expression" : null,
            LawKind.MultiplyAssociative => Find(OperationProperty.Associative, _multiply, default),
            LawKind.ZeroLeftIdentity or LawKind.ZeroRightIdentity => Find(OperationProperty.Identity, _add, _candidate.Zero),
            LawKind.OneLeftIdentity or LawKind.OneRightIdentity => Find(OperationProperty.Identity, _multiply, _candidate.One),
            LawKind.LeftDistributive or LawKind.RightDistributive => DistributionFacts
                .All.FirstOrDefault(fact => fact.Multiply == _multiply && fact.Add == _add && fact.Holds(_candidate.Carrier))
                ?.Because,
            _ => Find(OperationProperty.Annihilator, _multiply, _candidate.Zero),
        };

    private string? Member(CarrierValue value) => _candidate.Carrier.Contains(value) ? "compared with the ends of the carrier" : null;

    private string? Find(OperationProperty property, OperatorShape shape, CarrierValue element) =>
        OperationFacts
            .All.FirstOrDefault(fact => fact.Property == property && fact.Shape == shape && fact.Holds(_candidate.Carrier, element))
            ?.Because;

    private string? Close(OperatorExpression expression)
    {
        if (!OperatorDefinedness.IsAlwaysDefined(expression, _candidate.Carrier))
            return null;
        if (_candidate.Carrier == Carrier.Reals)
            return "sums, products, minima and maxima of real numbers are real numbers";
        if (_candidate.Carrier.IsInteger() && _candidate.Carrier.IsWhole())
            return "the type holds every result";
        return null;
    }

    private bool IsSymmetric(OperatorExpression expression) =>
        OperatorNormalizer
            .Normalize(expression, _candidate.Carrier)
            .Equals(OperatorNormalizer.Normalize(Exchange(expression), _candidate.Carrier));

    private static OperatorExpression Exchange(OperatorExpression expression) =>
        expression.Operator switch
        {
            ExpressionOperator.A => OperatorExpression.B,
            ExpressionOperator.B => OperatorExpression.A,
            ExpressionOperator.Constant => expression,
            var op => OperatorExpression.Apply(op, [.. expression.Operands.Select(Exchange)]),
        };
}
