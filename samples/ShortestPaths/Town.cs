namespace SparseDnn.Samples.ShortestPaths;

/// <summary>Shortest paths of at most <see cref="Hops"/> streets: one layer a street, summed by min, extended by +.</summary>
[SparseNetwork(Semiring = typeof(MinPlus))]
[WeightFiles("streets.mtx", Repeat = Hops, Epilogue = Epilogue.None)]
public static partial class Town
{
    /// <summary>Most streets on a path; the program checks that more would change nothing.</summary>
    public const int Hops = 64;
}
