using System;

namespace SparseDnn.Algebra.Laws;

/// <summary>One law of a semiring: two terms that are equal, or one that belongs to the carrier.</summary>
/// <remarks>Equality contract: all members. The rows are in <see cref="LawTable"/>.</remarks>
internal sealed record Law
{
    internal Law(LawKind kind, string name, string complaint, LawTerm left, LawTerm? right)
    {
        Kind = kind;
        Name = name;
        Complaint = complaint;
        Left = left;
        Right = right;
    }

    /// <summary>Which law it is.</summary>
    public LawKind Kind { get; }

    /// <summary>The field's name, such as "associativity of ⊕".</summary>
    public string Name { get; }

    /// <summary>How many of a, b, c it speaks of.</summary>
    public int Arity => Math.Max(Left.Arity, Right?.Arity ?? 0);

    /// <summary>The law as a formula, such as <c>a⊗(b⊕c) = (a⊗b)⊕(a⊗c)</c>.</summary>
    public string Statement => Right is null ? $"{Left} ∈ V" : $"{Left} = {Right}";

    /// <summary>What a message says where the law is broken; {0} Zero, {1} One, {2} the carrier.</summary>
    internal string Complaint { get; }

    internal LawTerm Left { get; }

    /// <summary>The other side; null for "belongs to the carrier".</summary>
    internal LawTerm? Right { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Statement}";
}
