namespace SparseDnn.Samples.GraphChallenge;

/// <summary>What the program tells its caller.</summary>
internal static class ExitCodes
{
    /// <summary>Everything that could be checked agrees.</summary>
    public const int Agreement = 0;

    /// <summary>Categories differ, or an output is farther from the exact one than its bound.</summary>
    public const int Disagreement = 1;

    /// <summary>An argument or a file is not usable.</summary>
    public const int BadInput = 2;
}
