namespace SparseDnn.Problems;

/// <summary>A mechanical way out: what an argument of an attribute is to become. Which one is right only the user knows.</summary>
/// <param name="Place">The argument, given or not.</param>
/// <param name="Value">Its new value as C#; null to remove it.</param>
internal sealed record ProblemRemedy(DeclarationPlace Place, string? Value);
