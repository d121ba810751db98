namespace SparseDnn.Problems;

/// <summary>How grave a <see cref="Problem"/> is where the user has not configured it otherwise.</summary>
internal enum ProblemSeverity
{
    /// <summary>Something worth knowing; nothing is wrong.</summary>
    Info,

    /// <summary>Probably a mistake; code is still produced.</summary>
    Warning,

    /// <summary>No kernels can be produced.</summary>
    Error,
}
