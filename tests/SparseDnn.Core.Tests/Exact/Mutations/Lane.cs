namespace SparseDnn.Core.Tests.Exact.Mutations;

/// <summary>
/// A place in a block: lane <paramref name="Index"/> of the block of <paramref name="Width"/> places that begins at
/// <paramref name="Start"/>, of <paramref name="Count"/> in all.
/// </summary>
internal readonly record struct Lane(int Start, int Index, int Width, int Count)
{
    /// <summary>Which of all.</summary>
    public int Place => Start + Index;

    /// <summary>Whether the block is cut short.</summary>
    public bool IsTail => Start + Width > Count;

    /// <summary>Places of the block that exist.</summary>
    public int Live => IsTail ? Count - Start : Width;
}

/// <summary>How items or neurons in blocks are addressed; correct unless something is replaced.</summary>
internal sealed record LaneSteps
{
    /// <summary>Whether a place is computed.</summary>
    public System.Func<Lane, bool> Computes { get; init; } = _ => true;

    /// <summary>From where a place is read.</summary>
    public System.Func<Lane, int> Reads { get; init; } = lane => lane.Place;

    /// <summary>Where to a place is written.</summary>
    public System.Func<Lane, int> Writes { get; init; } = lane => lane.Place;
}
