using System.Collections.Generic;
using SparseDnn.Algebra.Laws;
using SparseDnn.Roslyn.Semirings;

namespace SparseDnn.Analyzers.Semirings;

/// <summary>Which member is at fault where a law is broken, and which laws say the same of it.</summary>
/// <param name="Member">The member that the diagnostic marks.</param>
/// <param name="Topic">Laws of one topic are one diagnostic: the left and the right form of a law, or the law for both identities.</param>
internal sealed record LawPlace(SemiringMember Member, string Topic)
{
    private static readonly Dictionary<LawKind, LawPlace> Rows = new()
    {
        [LawKind.ZeroInCarrier] = new(SemiringMember.Zero, "carrier"),
        [LawKind.OneInCarrier] = new(SemiringMember.One, "carrier"),
        [LawKind.AddClosed] = new(SemiringMember.Add, "closure"),
        [LawKind.MultiplyClosed] = new(SemiringMember.Multiply, "closure"),
        [LawKind.AddAssociative] = new(SemiringMember.Add, "associativity"),
        [LawKind.AddCommutative] = new(SemiringMember.Add, "commutativity"),
        [LawKind.ZeroLeftIdentity] = new(SemiringMember.Zero, "identity"),
        [LawKind.ZeroRightIdentity] = new(SemiringMember.Zero, "identity"),
        [LawKind.MultiplyAssociative] = new(SemiringMember.Multiply, "associativity"),
        [LawKind.OneLeftIdentity] = new(SemiringMember.One, "identity"),
        [LawKind.OneRightIdentity] = new(SemiringMember.One, "identity"),
        [LawKind.LeftDistributive] = new(SemiringMember.Multiply, "distributivity"),
        [LawKind.RightDistributive] = new(SemiringMember.Multiply, "distributivity"),
        [LawKind.LeftAnnihilation] = new(SemiringMember.Zero, "annihilation"),
        [LawKind.RightAnnihilation] = new(SemiringMember.Zero, "annihilation"),
    };

    public static LawPlace Of(LawKind law) => Rows[law];
}
