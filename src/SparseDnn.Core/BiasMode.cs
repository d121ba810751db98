namespace SparseDnn;

/// <summary>What an absent sum becomes when a layer crosses from correlation to selection.</summary>
/// <remarks>The two modes differ for a neuron only where its bias is positive and its sum can be zero.</remarks>
public enum BiasMode
{
    /// <summary>Absent counts as 0 and the bias is added to every neuron: max(z + b, 0).</summary>
    Dense,

    /// <summary>
    /// The bias is added only where the sum is not zero; a zero sum stays zero. GraphChallenge's reference code does this.
    /// </summary>
    NonzeroSums,
}
