using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Roslyn.Semirings;

/// <summary>A declared semiring over one element type, with places in source. Never part of a pipeline record.</summary>
/// <remarks>Holds syntax but no symbol, so that it may outlive its compilation.</remarks>
internal sealed class ElementSource
{
    private readonly IReadOnlyDictionary<SemiringMember, MemberSource> _members;
    private SemiringElementReading? _reading; // pipelines compare it with itself with every keystroke

    internal ElementSource(
        NumberType row,
        string name,
        IReadOnlyDictionary<SemiringMember, MemberSource> members,
        (OperatorExpression Min, OperatorExpression Max)? carrier
    )
    {
        Row = row;
        _members = members;
        Zero = Value(SemiringMember.Zero);
        One = Value(SemiringMember.One);
        var (add, multiply) = (this[SemiringMember.Add], this[SemiringMember.Multiply]);
        Mixes = (add.Saturates || multiply.Saturates) && (add.Wraps || multiply.Wraps);
        Saturates = add.Saturates || multiply.Saturates;
        var kind = Saturates ? row.SaturatingCarrier : row.Carrier;
        var declared = carrier is { } ends ? CarrierReader.Closed(kind, row, ends.Min, ends.Max) : null;
        var isDeclared = members.ContainsKey(SemiringMember.Carrier);
        EmptyCarrier = declared is { IsWellFormed: false } ? declared : null;
        if (Mixes || EmptyCarrier is not null || (isDeclared && declared is null))
            return;
        if (
            add.Expression is null
            || multiply.Expression is null
            || Zero.Kind == CarrierValueKind.Undecided
            || One.Kind == CarrierValueKind.Undecided
        )
            return;
        Candidate = new(name, add.Expression, multiply.Expression, Zero, One, declared ?? Carrier.Default(kind, Zero, One));
    }

    /// <summary>The element type.</summary>
    public NumberType Row { get; }

    /// <summary>What the laws are judged of; null where a member cannot be read.</summary>
    public SemiringCandidate? Candidate { get; }

    /// <summary>Identity of ⊕; Undecided where it cannot be read.</summary>
    public CarrierValue Zero { get; }

    /// <summary>Identity of ⊗, likewise.</summary>
    public CarrierValue One { get; }

    /// <summary>Whether results stop at the ends of the range.</summary>
    public bool Saturates { get; }

    /// <summary>Whether some results stop at the ends and others wrap around, for which there is no arithmetic.</summary>
    public bool Mixes { get; }

    /// <summary>The declared carrier where it holds no value.</summary>
    public Carrier? EmptyCarrier { get; }

    /// <summary>The members that are there.</summary>
    public IEnumerable<MemberSource> Members => _members.Values;

    /// <summary>A member: Carrier only where it is declared, the others always.</summary>
    /// <param name="member">Which.</param>
    public MemberSource this[SemiringMember member] => _members[member];

    /// <summary>Why the laws cannot be judged, and where; null where they can.</summary>
    public (string Reason, Location Location, MemberSource Member)? Unread
    {
        get
        {
            if (Candidate is not null || EmptyCarrier is not null)
                return null;
            foreach (var member in _members.Values.OrderBy(member => member.Member))
                if (member.Fault is { } fault)
                    return (fault, member.FaultLocation, member);
            var multiply = this[SemiringMember.Multiply];
            return ("some results saturate and others wrap around", multiply.Body, multiply);
        }
    }

    /// <summary>The same without places.</summary>
    internal SemiringElementReading ToReading() =>
        _reading ??= new(
            Candidate is { } candidate
                ? SemiringElement.Exists(Row.Format, candidate)
                : SemiringElement.Opaque(Row.Format, Zero, One, Unread?.Reason ?? "The carrier holds no value."),
            Formula(SemiringMember.Add),
            Formula(SemiringMember.Multiply)
        )
        {
            Rectifies =
                Candidate is { } formulas
                && SemiringTraits.Rectifies(formulas)
                && this[SemiringMember.One].Expression!.Operator == ExpressionOperator.Constant,
        };

    private OperatorReading Formula(SemiringMember member)
    {
        var (expression, reason) = (this[member].Expression, this[member].Fault ?? this[member].ScalarReason);
        return new(expression, reason);
    }

    private CarrierValue Value(SemiringMember member) => CarrierReader.Constant(this[member].Expression) ?? CarrierValue.Undecided;
}
