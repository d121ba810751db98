namespace SparseDnn;

/// <summary>What follows the sums of a layer.</summary>
public enum Epilogue
{
    /// <summary>The select step where the network has one: bias, activation, ceiling.</summary>
    Select,

    /// <summary>Nothing: the layer's outputs are its sums.</summary>
    None,
}
