namespace SparseDnn.Algebra;

/// <summary>A semiring as data: names of its operations and its two identities.</summary>
/// <param name="Name">Field's standard name, such as "plus-times".</param>
/// <param name="Add">Name of ⊕.</param>
/// <param name="Multiply">Name of ⊗.</param>
/// <param name="Zero">Identity of ⊕, which an absent entry means; ±∞ where the carrier has it.</param>
/// <param name="One">Identity of ⊗.</param>
/// <remarks>Source: mathematics page, section 2. Equality contract: all members.</remarks>
public sealed record SemiringSpecification(string Name, string Add, string Multiply, double Zero, double One);
