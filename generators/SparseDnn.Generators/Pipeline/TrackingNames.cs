namespace SparseDnn.Generators.Pipeline;

/// <summary>Names of the pipeline's steps, for tests that assert what an edit re-runs.</summary>
internal static class TrackingNames
{
    /// <summary>Types with [SparseNetwork] and what their attributes say.</summary>
    public const string Targets = "Targets";

    /// <summary>Names of files that some network wants.</summary>
    public const string WantedFiles = "WantedFiles";

    /// <summary>Additional files that fit a wanted name, and what they are to hold.</summary>
    public const string InputTexts = "InputTexts";

    /// <summary>Files of networks, read.</summary>
    public const string InputFiles = "InputFiles";

    /// <summary>Built networks.</summary>
    public const string Networks = "Networks";

    /// <summary>Planned networks.</summary>
    public const string Plans = "Plans";

    /// <summary>Types with an attribute of a family of exact solutions.</summary>
    public const string FamilyTargets = "FamilyTargets";

    /// <summary>Names of patterns files that some family wants.</summary>
    public const string WantedPatterns = "WantedPatterns";

    /// <summary>Additional files that fit a wanted name of patterns.</summary>
    public const string PatternTexts = "PatternTexts";

    /// <summary>Patterns files, read.</summary>
    public const string PatternFiles = "PatternFiles";

    /// <summary>Solved families and their networks.</summary>
    public const string Families = "Families";

    /// <summary>Types with [ExactFixtures] and the networks that they name.</summary>
    public const string FixtureTargets = "FixtureTargets";

    /// <summary>Networks that fixtures are made for.</summary>
    public const string FixtureNetworks = "FixtureNetworks";

    /// <summary>Encoded vectors and what is said of them.</summary>
    public const string FixtureContents = "FixtureContents";

    /// <summary>Text of the public surface of fixtures.</summary>
    public const string FixtureSurfaces = "FixtureSurfaces";

    /// <summary>Text of the vectors.</summary>
    public const string FixtureData = "FixtureData";

    /// <summary>Types with [Semiring] and the formulas of their operations.</summary>
    public const string Semirings = "Semirings";

    /// <summary>Text of the vector code of semirings.</summary>
    public const string SemiringKernels = "SemiringKernels";

    /// <summary>Text of the public surface.</summary>
    public const string Surfaces = "Surfaces";

    /// <summary>Text of kernels and tables.</summary>
    public const string Kernels = "Kernels";
}
