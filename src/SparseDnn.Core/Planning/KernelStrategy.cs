namespace SparseDnn.Planning;

/// <summary>How the sums of one layer are computed.</summary>
public enum KernelStrategy
{
    /// <summary>Weights and offsets as immediates, one statement per few edges; for small layers.</summary>
    StraightLine,

    /// <summary>A loop over index and weight tables, several neurons in flight; never declines.</summary>
    Table,
}
