namespace SparseDnn.Samples.Reachability;

/// <summary>Which pages are reached in at most <see cref="Clicks"/> clicks: one layer a click, 64 sources a word.</summary>
[SparseNetwork(Semiring = typeof(OrAnd))]
[WeightFiles("links.mtx", Repeat = Clicks, Epilogue = Epilogue.None)]
public static partial class Web
{
    /// <summary>Most clicks; the program checks that more would reach nothing new.</summary>
    public const int Clicks = 96;
}
