namespace SparseDnn.Exact.Fixtures;

/// <summary>Kinds of items: what stands before the first <c>:</c> or <c>,</c> of a label.</summary>
internal static class InputKind
{
    /// <summary>All inputs are 0.</summary>
    public const string Zero = "zero";

    /// <summary>All inputs are on.</summary>
    public const string AllOn = "all on";

    /// <summary>One input is on.</summary>
    public const string OneHot = "one-hot";

    /// <summary>Some neuron reaches its ceiling, or none does.</summary>
    public const string Ceiling = "ceiling";

    /// <summary>Seeded random values.</summary>
    public const string Mixture = "mixture";

    /// <summary>A neuron lies just beside 0 or its ceiling.</summary>
    public const string Kink = "kink";

    /// <summary>Large terms cancel.</summary>
    public const string Cancellation = "cancellation";

    /// <summary>Sums below 0.</summary>
    public const string NegativeSums = "negative sums";

    /// <summary>The largest power of two with which the certificate holds.</summary>
    public const string LargestCertified = "largest certified magnitude";

    /// <summary>Inputs or weights perturbed along a direction.</summary>
    public const string Perturbation = "perturbation";

    /// <summary>The kind that a label says.</summary>
    /// <param name="label">A label, such as <c>one-hot, input 3</c>.</param>
    public static string Of(string label)
    {
        var end = label.IndexOfAny([':', ',']);
        return end < 0 ? label : label.Substring(0, end);
    }
}
