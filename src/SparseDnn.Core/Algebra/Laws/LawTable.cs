using System.Linq;
using SparseDnn.Primitives;
using static SparseDnn.Algebra.Laws.LawTerm;

namespace SparseDnn.Algebra.Laws;

/// <summary>The laws of a semiring, one row each.</summary>
/// <remarks>Source: mathematics page, section 2.</remarks>
internal static class LawTable
{
    private const string NotDistributive = "⊗ does not distribute over ⊕";
    private const string NoAnnihilator = "Zero = {0} does not annihilate";
    private const string ZeroNoIdentity = "Zero = {0} is no identity of ⊕";
    private const string OneNoIdentity = "One = {1} is no identity of ⊗";

    /// <summary>All laws in the order of <see cref="LawKind"/>.</summary>
    public static EquatableArray<Law> All { get; } =
        new([
            new(LawKind.ZeroInCarrier, "Zero in the carrier", "Zero = {0} lies outside the carrier {2}", Zero, null),
            new(LawKind.OneInCarrier, "One in the carrier", "One = {1} lies outside the carrier {2}", One, null),
            new(LawKind.AddClosed, "closure of ⊕", "⊕ leaves the carrier {2}", A + B, null),
            new(LawKind.MultiplyClosed, "closure of ⊗", "⊗ leaves the carrier {2}", A * B, null),
            new(LawKind.AddAssociative, "associativity of ⊕", "⊕ is not associative", (A + B) + C, A + (B + C)),
            new(LawKind.AddCommutative, "commutativity of ⊕", "⊕ is not commutative", A + B, B + A),
            new(LawKind.ZeroLeftIdentity, "left identity of ⊕", ZeroNoIdentity, Zero + A, A),
            new(LawKind.ZeroRightIdentity, "right identity of ⊕", ZeroNoIdentity, A + Zero, A),
            new(LawKind.MultiplyAssociative, "associativity of ⊗", "⊗ is not associative", (A * B) * C, A * (B * C)),
            new(LawKind.OneLeftIdentity, "left identity of ⊗", OneNoIdentity, One * A, A),
            new(LawKind.OneRightIdentity, "right identity of ⊗", OneNoIdentity, A * One, A),
            new(LawKind.LeftDistributive, "left distributivity", NotDistributive, A * (B + C), (A * B) + (A * C)),
            new(LawKind.RightDistributive, "right distributivity", NotDistributive, (A + B) * C, (A * C) + (B * C)),
            new(LawKind.LeftAnnihilation, "left annihilation", NoAnnihilator, Zero * A, Zero),
            new(LawKind.RightAnnihilation, "right annihilation", NoAnnihilator, A * Zero, Zero),
        ]);

    /// <summary>The row of a law.</summary>
    /// <param name="kind">Which law.</param>
    public static Law Get(LawKind kind) => All.First(law => law.Kind == kind);
}
