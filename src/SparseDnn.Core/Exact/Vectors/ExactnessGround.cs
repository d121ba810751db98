namespace SparseDnn.Exact.Vectors;

/// <summary>Why the expected outputs of test vectors may be demanded of an implementation.</summary>
public enum ExactnessGround
{
    /// <summary>Every layer's certificate holds: no order, association or fusion of its sums rounds anything.</summary>
    Certificate,

    /// <summary>
    /// Every layer's ⊕ is associative and commutative in its element format, or is the sum of a layer whose certificate holds for the
    /// items; ⊗ and the epilogue are single operations, rounded once. So every order gives the same bits.
    /// </summary>
    OrderFree,

    /// <summary>Sums may round; how far any order may be from the expected outputs is bounded.</summary>
    Bound,

    /// <summary>
    /// Neither: the outputs are those of terms added to Zero by ascending input, and equal bits follow for that order of the same
    /// operations alone.
    /// </summary>
    Replay,
}
