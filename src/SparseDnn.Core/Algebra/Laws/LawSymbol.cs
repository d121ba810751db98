namespace SparseDnn.Algebra.Laws;

/// <summary>The nodes of a <see cref="LawTerm"/>.</summary>
internal enum LawSymbol
{
    A,
    B,
    C,
    Zero,
    One,
    Add,
    Multiply,
}
