namespace SparseDnn.Algebra.Laws;

/// <summary>What is known of one law: proved, tested or broken.</summary>
/// <param name="Law">The law.</param>
/// <remarks>Equality contract: all members.</remarks>
internal abstract record LawResult(Law Law)
{
    /// <summary>The law holds for all values of the carrier.</summary>
    /// <param name="Law">The law.</param>
    /// <param name="Because">The fact that proves it, in words.</param>
    public sealed record Proved(Law Law, string Because) : LawResult(Law);

    /// <summary>No counter-example was found.</summary>
    /// <param name="Law">The law.</param>
    /// <param name="Count">How many assignments of values were judged; 0 where none could be.</param>
    public sealed record Tested(Law Law, int Count) : LawResult(Law);

    /// <summary>The law does not hold.</summary>
    /// <param name="Law">The law.</param>
    /// <param name="Counterexample">The smallest counter-example found.</param>
    public sealed record Broken(Law Law, Counterexample Counterexample) : LawResult(Law);
}
