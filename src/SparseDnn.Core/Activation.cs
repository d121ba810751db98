namespace SparseDnn;

/// <summary>What a neuron does with its biased sum.</summary>
public enum Activation
{
    /// <summary>max(z, 0): zero for z ≤ 0 (−0 included), z otherwise; NaN stays NaN.</summary>
    ReLU,

    /// <summary>The biased sum as it is.</summary>
    None,
}
