using SparseDnn.Problems;

namespace SparseDnn.Networks.Kinds;

/// <summary>Where it is shown that a layer has neurons that see nothing, or inputs that nobody sees.</summary>
/// <param name="WithoutInputs">For neurons without inputs.</param>
/// <param name="Unread">For inputs that no neuron reads.</param>
internal sealed record SidePlaces(DeclarationPlace WithoutInputs, DeclarationPlace Unread);
