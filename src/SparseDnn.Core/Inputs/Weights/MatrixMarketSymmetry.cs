namespace SparseDnn.Inputs.Weights;

/// <summary>What the listed entries of a Matrix Market file stand for.</summary>
internal enum MatrixMarketSymmetry
{
    /// <summary>Themselves.</summary>
    General,

    /// <summary>Also their mirror images; only the lower triangle is listed.</summary>
    Symmetric,

    /// <summary>Also their negated mirror images; only entries below the diagonal are listed.</summary>
    SkewSymmetric,
}
