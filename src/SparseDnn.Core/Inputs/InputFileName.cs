namespace SparseDnn.Inputs;

/// <summary>A file that a declaration names.</summary>
/// <param name="Kind">What it holds.</param>
/// <param name="Name">Its name, expanded, with forward slashes.</param>
/// <remarks>Equality contract: both members, the kind by reference.</remarks>
internal sealed record InputFileName(InputKind Kind, string Name);
