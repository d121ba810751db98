namespace SparseDnn;

/// <summary>Number format of a network: its weights, activations and sums.</summary>
public enum ElementFormat
{
    /// <summary>IEEE 754 binary32 (<see langword="float"/>), 24 significant bits.</summary>
    Binary32,

    /// <summary>IEEE 754 binary64 (<see langword="double"/>), 53 significant bits.</summary>
    Binary64,
}
