namespace SparseDnn.Compiler.Precision;

/// <summary>What a neuron's epilogue does for every input of a range.</summary>
internal enum NeuronState
{
    /// <summary>It depends on the input, or there is nothing to do.</summary>
    Varying,

    /// <summary>The sum is never above 0: ReLU gives 0.</summary>
    Idle,

    /// <summary>
    /// The sum is never below 0, although some term can be: ReLU changes nothing. Sums of nothing negative are no finding.
    /// </summary>
    Active,

    /// <summary>The sum is never below the ceiling: that is the output.</summary>
    AtCeiling,
}
