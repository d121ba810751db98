using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra;

/// <summary>What is claimed to be a semiring: two operations, their identities and the set they act on.</summary>
/// <param name="Name">Name for messages.</param>
/// <param name="Add">⊕.</param>
/// <param name="Multiply">⊗.</param>
/// <param name="Zero">Identity of ⊕, of the carrier's kind; Undefined where the user wrote NaN.</param>
/// <param name="One">Identity of ⊗, likewise.</param>
/// <param name="Carrier">V.</param>
/// <remarks>Equality contract: all members, so that a report can be cached by its candidate.</remarks>
internal sealed record SemiringCandidate(
    string Name,
    OperatorExpression Add,
    OperatorExpression Multiply,
    CarrierValue Zero,
    CarrierValue One,
    Carrier Carrier
);
