namespace SparseDnn.Algebra.Laws;

/// <summary>The size of a counter-example: the smaller one is the one to show.</summary>
/// <remarks>
/// Order: number of infinities and NaNs, number of fractions, sum of the sizes, then a, b, c in turn by <see cref="SamplePoint"/>.
/// </remarks>
internal readonly struct AssignmentSize
{
    private readonly int _strange;
    private readonly int _fractions;
    private readonly double _sum;
    private readonly SamplePoint[] _values;

    public AssignmentSize(SamplePoint[] values)
    {
        _values = values;
        (_strange, _fractions, _sum) = (0, 0, 0);
        foreach (var value in values)
        {
            if (value.IsStrange)
                _strange++;
            if (value.IsFraction)
                _fractions++;
            _sum += value.Size;
        }
    }

    /// <summary>Below 0 where this one is the one to show.</summary>
    public int Compare(AssignmentSize other)
    {
        var order = _strange.CompareTo(other._strange);
        if (order == 0)
            order = _fractions.CompareTo(other._fractions);
        if (order == 0)
            order = _sum.CompareTo(other._sum);
        for (var i = 0; order == 0 && i < _values.Length; i++)
            order = _values[i].Compare(other._values[i]);
        return order;
    }
}
