namespace SparseDnn;

/// <summary>
/// Element format of a network: what its weights, activations and sums are stored as. Some formats only store weights; they say what those
/// are summed in.
/// </summary>
public enum ElementFormat
{
    /// <summary>IEEE 754 binary32 (<see langword="float"/>), 24 significant bits.</summary>
    Binary32,

    /// <summary>IEEE 754 binary64 (<see langword="double"/>), 53 significant bits.</summary>
    Binary64,

    /// <summary>Integers of 32 bits (<see langword="int"/>), wrapping.</summary>
    Int32,

    /// <summary>Integers of 64 bits (<see langword="long"/>), wrapping.</summary>
    Int64,

    /// <summary>Booleans (<see langword="bool"/>); kernels hold 64 items in a word.</summary>
    Boolean,

    /// <summary>Words of 64 bits (<see langword="ulong"/>): 64 items, or a set of 64 labels.</summary>
    Word64,

    /// <summary>
    /// Weights in bfloat16, the upper half of binary32, 8 significant bits: each is rounded once and widened to binary32, in which
    /// products, sums, biases and activations are (<see langword="float"/>).
    /// </summary>
    BFloat16,
}
