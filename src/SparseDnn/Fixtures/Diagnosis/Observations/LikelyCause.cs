using SparseDnn.Fixtures.Numbers;

namespace SparseDnn.Fixtures.Diagnosis.Observations;

/// <summary>A fault that would give the outputs that were seen.</summary>
/// <param name="Sentence">What the implementation seems to do, in words, without a full stop.</param>
/// <param name="Explained">How many wrong values are exactly those that the fault gives.</param>
/// <param name="Examined">How many wrong values were examined.</param>
/// <param name="IsWhole">Whether all wrong values were examined.</param>
/// <remarks>Equality contract: all members by value.</remarks>
public sealed record LikelyCause(string Sentence, long Explained, long Examined, bool IsWhole)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Explained == Examined
            ? $"{Sentence} (this explains every wrong value{(IsWhole ? "" : $" of the {ValueText.Count(Examined)} examined")})"
            : $"{Sentence} (this explains {ValueText.Count(Explained)} of {ValueText.Count(Examined)} wrong values)";
}
