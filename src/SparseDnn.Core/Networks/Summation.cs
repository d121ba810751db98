namespace SparseDnn;

/// <summary>How a neuron's terms are added. Either way the order is fixed by the declaration, never by the machine.</summary>
public enum Summation
{
    /// <summary>
    /// Correctly rounded fused multiply-add, in the order that the plan fixes. Today that order is ascending input
    /// index; a later version may choose another, which changes last bits between versions, never between machines.
    /// </summary>
    Planned,

    /// <summary>Ascending input index, product and sum rounded separately; the same in every version.</summary>
    Strict,
}
