using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra.Values;

namespace SparseDnn.Algebra.Laws;

/// <summary>Values to try in every combination, simplest first, with ⊕ and ⊗ of every pair computed at most once.</summary>
internal sealed class PointSet
{
    private readonly LawOperations _operations;
    private readonly CarrierValue[] _values; // the points, then Zero and One
    private readonly CarrierValue[] _sums;
    private readonly CarrierValue[] _products;
    private readonly bool[] _hasSum;
    private readonly bool[] _hasProduct;

    public PointSet(LawOperations operations, IEnumerable<CarrierValue> values, int limit = int.MaxValue)
    {
        _operations = operations;
        Points = values
            .Distinct()
            .Select(static value => new SamplePoint(value))
            .OrderBy(static point => point, SamplePoint.BySimplicity)
            .Take(limit)
            .ToArray();
        _values = [.. Points.Select(static point => point.Value), operations.Zero, operations.One];
        var pairs = _values.Length * _values.Length;
        (_sums, _products) = (new CarrierValue[pairs], new CarrierValue[pairs]);
        (_hasSum, _hasProduct) = (new bool[pairs], new bool[pairs]);
    }

    public SamplePoint[] Points { get; }

    /// <summary>The value of a term for the points of these positions.</summary>
    public CarrierValue Evaluate(LawTerm term, int a, int b, int c)
    {
        if (term.IsLeaf)
            return _values[Position(term, a, b, c)];
        var isSum = term.Symbol == LawSymbol.Add;
        if (!term.Left!.IsLeaf || !term.Right!.IsLeaf)
            return _operations.Apply(isSum, Evaluate(term.Left, a, b, c), Evaluate(term.Right!, a, b, c));
        int left = Position(term.Left, a, b, c),
            right = Position(term.Right, a, b, c);
        var pair = (left * _values.Length) + right;
        var (known, results) = isSum ? (_hasSum, _sums) : (_hasProduct, _products);
        if (!known[pair])
        {
            known[pair] = true;
            results[pair] = _operations.Apply(isSum, _values[left], _values[right]);
        }
        return results[pair];
    }

    private int Position(LawTerm leaf, int a, int b, int c) =>
        leaf.Symbol switch
        {
            LawSymbol.A => a,
            LawSymbol.B => b,
            LawSymbol.C => c,
            LawSymbol.Zero => _values.Length - 2,
            _ => _values.Length - 1,
        };
}
