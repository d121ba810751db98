namespace SparseDnn;

/// <summary>How a neuron's terms are added. Either way the order is fixed by the declaration, never by the machine.</summary>
public enum Summation
{
    /// <summary>
    /// The trees that the plan fixes, every operation correctly rounded: equal neurons once, rows added before they are multiplied, common
    /// sums shared.
    /// A later version may choose others, which changes last bits between versions, never between machines. Source: docs/planning.md.
    /// </summary>
    Planned,

    /// <summary>Ascending input index, product and sum rounded separately; the same in every version.</summary>
    Strict,
}
