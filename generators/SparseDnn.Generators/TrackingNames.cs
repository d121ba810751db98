namespace SparseDnn.Generators;

/// <summary>Names of the pipeline's steps, for tests that assert what an edit re-runs.</summary>
public static class TrackingNames
{
    /// <summary>Types with [SparseNetwork] and what their attributes say.</summary>
    public const string Targets = "Targets";

    /// <summary>Names of weights files that some target wants.</summary>
    public const string WantedFiles = "WantedFiles";

    /// <summary>Additional files that fit a wanted name.</summary>
    public const string WeightTexts = "WeightTexts";

    /// <summary>Parsed weights files.</summary>
    public const string WeightFiles = "WeightFiles";

    /// <summary>Built networks.</summary>
    public const string Networks = "Networks";

    /// <summary>Planned networks.</summary>
    public const string Plans = "Plans";

    /// <summary>Types with [Semiring] and the formulas of their operations.</summary>
    public const string Semirings = "Semirings";

    /// <summary>Text of the vector code of semirings.</summary>
    public const string SemiringKernels = "SemiringKernels";

    /// <summary>Text of the public surface.</summary>
    public const string Surfaces = "Surfaces";

    /// <summary>Text of kernels and tables.</summary>
    public const string Kernels = "Kernels";
}
