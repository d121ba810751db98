namespace SparseDnn;

/// <summary>What follows the sums of a layer.</summary>
public enum Epilogue
{
    /// <summary>Bias, activation and ceiling, where the network has a semiring to select with.</summary>
    Full,

    /// <summary>Nothing: the layer's outputs are its sums.</summary>
    None,
}
