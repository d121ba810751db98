using System;

namespace SparseDnn.Algebra.Laws;

/// <summary>One side of a law: a term of a, b, c, Zero and One under ⊕ and ⊗.</summary>
/// <param name="Symbol">What the node is.</param>
/// <param name="Left">Left operand of ⊕ and ⊗; null for the others.</param>
/// <param name="Right">Right operand.</param>
internal sealed record LawTerm(LawSymbol Symbol, LawTerm? Left = null, LawTerm? Right = null)
{
    public static LawTerm A { get; } = new(LawSymbol.A);

    public static LawTerm B { get; } = new(LawSymbol.B);

    public static LawTerm C { get; } = new(LawSymbol.C);

    public static LawTerm Zero { get; } = new(LawSymbol.Zero);

    public static LawTerm One { get; } = new(LawSymbol.One);

    public bool IsLeaf => Left is null;

    /// <summary>How many of a, b, c occur, in this order.</summary>
    public int Arity
    {
        get
        {
            if (IsLeaf)
            {
                if (Symbol <= LawSymbol.C)
                    return (int)Symbol + 1;
                return 0;
            }
            return Math.Max(Left!.Arity, Right!.Arity);
        }
    }

    public static LawTerm operator +(LawTerm left, LawTerm right) => new(LawSymbol.Add, left, right);

    public static LawTerm operator *(LawTerm left, LawTerm right) => new(LawSymbol.Multiply, left, right);

    /// <summary>a⊗(b⊕c).</summary>
    public override string ToString() =>
        Symbol switch
        {
            LawSymbol.Add => $"{Operand(Left!)}⊕{Operand(Right!)}",
            LawSymbol.Multiply => $"{Operand(Left!)}⊗{Operand(Right!)}",
            LawSymbol.Zero or LawSymbol.One => Symbol.ToString(),
            _ => Symbol.ToString().ToLowerInvariant(),
        };

    private static string Operand(LawTerm term) => term.IsLeaf ? term.ToString() : $"({term})";
}
