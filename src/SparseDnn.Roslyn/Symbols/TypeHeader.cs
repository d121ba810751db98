namespace SparseDnn.Roslyn.Symbols;

/// <summary>What a further part of a partial type must repeat.</summary>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>record</c>, <c>record struct</c> or <c>interface</c>.</param>
/// <param name="Name">Name with its type parameters, escaped where it is or might become a keyword.</param>
internal sealed record TypeHeader(string Keyword, string Name);
