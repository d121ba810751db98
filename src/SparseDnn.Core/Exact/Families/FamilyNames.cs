namespace SparseDnn.Exact.Families;

/// <summary>What the families of exact solutions are called in vectors, hover texts and documents.</summary>
internal static class FamilyNames
{
    /// <summary>Patterns and their categories.</summary>
    public const string Recognition = "recognition";

    /// <summary>Levels of recognition chained.</summary>
    public const string Composition = "composition";

    /// <summary>RadiX-Nets of one weight.</summary>
    public const string PathCounting = "path counting";

    /// <summary>Uniform values through layers of equal in-degree.</summary>
    public const string UniformRecurrence = "uniform recurrence";

    /// <summary>Not from a closed form: inputs chosen for a network that somebody declared.</summary>
    public const string AnyNetwork = "any network";

    /// <summary>Shortest and longest paths.</summary>
    public const string Potentials = "potentials";

    /// <summary>Reached sets.</summary>
    public const string Reachability = "reachability";

    /// <summary>Widest paths.</summary>
    public const string Bottleneck = "bottleneck";
}
