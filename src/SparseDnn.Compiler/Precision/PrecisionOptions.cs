namespace SparseDnn.Compiler.Precision;

/// <summary>What users may choose about findings of precision.</summary>
/// <param name="RoundedWithoutRange">Whether rounded numbers (SDNN2001) are reported of networks that declare no range of their inputs,
/// too.</param>
/// <remarks>Equality contract: all members by value.</remarks>
internal sealed record PrecisionOptions(bool RoundedWithoutRange)
{
    /// <summary>What holds where nothing is chosen.</summary>
    public static PrecisionOptions Default { get; } = new(RoundedWithoutRange: false);
}
