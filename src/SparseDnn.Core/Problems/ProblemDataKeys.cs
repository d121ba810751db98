namespace SparseDnn.Problems;

/// <summary>Keys of what code fixes must know of a problem, beside its remedies.</summary>
public static class ProblemDataKeys
{
    /// <summary>How many values a list should have.</summary>
    public const string Count = "Count";

    /// <summary>The value that changes nothing; absent where none can be written.</summary>
    public const string Neutral = "Neutral";
}
