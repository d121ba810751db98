namespace SparseDnn.Inputs;

/// <summary>What a file may ask for: a mistyped number must give a message, not gigabytes.</summary>
internal static class InputLimits
{
    /// <summary>Most neurons on one side of a layer: their row starts take 64 MiB.</summary>
    public const int MaxNeurons = 1 << 24;

    /// <summary>Most entries of one matrix: the longest array of integers.</summary>
    public const int MaxEntries = 0x7FEF_FFFF;

    /// <summary>Most characters of one line.</summary>
    public const int MaxLineLength = 4096;
}
