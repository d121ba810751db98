using System;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra.Laws;

/// <summary>The state of one law during a search.</summary>
internal sealed class LawTrial(Law law)
{
    private AssignmentSize _size;

    public Law Law { get; } = law;

    /// <summary>Assignments that were judged.</summary>
    public int Judged { get; set; }

    /// <summary>Whether an assignment could not be judged or was not reached.</summary>
    public bool HasGaps { get; set; }

    /// <summary>The smallest values found that break the law.</summary>
    public CarrierValue[]? Values { get; private set; }

    private CarrierValue Left { get; set; }

    private CarrierValue Right { get; set; }

    /// <summary>Whether a counter-example of these values would replace the one found so far.</summary>
    public bool Wants(SamplePoint[] values) => Values is null || new AssignmentSize(values).Compare(_size) < 0;

    public void Breaks(SamplePoint[] values, CarrierValue left, CarrierValue right)
    {
        Values = Array.ConvertAll(values, static point => point.Value);
        _size = new AssignmentSize(values);
        Left = left;
        Right = right;
    }

    public LawResult Result(SemiringCandidate candidate, string? complete)
    {
        if (Values is not null)
            return new LawResult.Broken(
                Law,
                new(new(Values), Left, Law.Right is null ? null : Right, LawMessage.Write(Law, candidate, Values, Left, Right))
            );
        if (complete is not null && !HasGaps)
            return new LawResult.Proved(Law, complete);
        return new LawResult.Tested(Law, Judged);
    }
}
