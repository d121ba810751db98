using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using SparseDnn.Algebra.Values;
using SparseDnn.Numerics;

namespace SparseDnn.Algebra.Laws;

/// <summary>
/// Searches counter-examples: corner values, then a grid, then seeded samples, then a smaller one for each that was found.
/// </summary>
/// <remarks>Every set of values is tried in all combinations, simplest first. Deterministic.</remarks>
internal sealed class LawSearch
{
    private const ulong Seed = 1807_03165;
    private const int MaxCorners = 16;
    private const int MaxGrid = 9;
    private const int SampleSize = 8; // values a batch: 512 triples from 64 sums and 64 products
    private const int MaxApplications = 6; // of one law for one assignment
    private const int ShrinkShare = 10; // one tenth of the budget

    private readonly SemiringCandidate _candidate;
    private readonly LawOperations _operations;
    private readonly LawTrial[] _trials;
    private readonly CancellationToken _cancellationToken;
    private readonly int _budget;

    public LawSearch(SemiringCandidate candidate, IEnumerable<Law> laws, int budget, CancellationToken cancellationToken)
    {
        _candidate = candidate;
        _operations = new(candidate);
        _trials = [.. laws.Select(static law => new LawTrial(law))];
        _budget = budget;
        _cancellationToken = cancellationToken;
    }

    /// <summary>How often an operation was applied.</summary>
    public int Evaluations => _operations.Count;

    public IEnumerable<LawResult> Run()
    {
        var limit = _budget - (_budget / ShrinkShare);
        if (!_candidate.Carrier.IsWellFormed)
        {
            Try(new(_operations, []), limit, findSmaller: true);
            return Results(null);
        }
        if (CompletePoints.Find(_candidate) is var (values, because))
        {
            Try(new(_operations, values), _budget, findSmaller: true);
            return Results(because);
        }
        var source = PointSource.Of(_candidate);
        var corners = new PointSet(_operations, source.Corners(), MaxCorners);
        Try(corners, limit, findSmaller: true);
        if (corners.Points.Length == 0)
            return Results(null);
        Try(new(_operations, source.Grid(), MaxGrid), limit, findSmaller: true);
        Sample(source, limit);
        foreach (var trial in _trials)
            Shrink(trial, source);
        return Results(null);
    }

    private IEnumerable<LawResult> Results(string? complete) => _trials.Select(trial => trial.Result(_candidate, complete));

    private void Sample(PointSource source, int limit)
    {
        var random = new SplitMix64(Seed);
        while (HasRoom(limit) && _trials.Any(static trial => trial.Values is null && trial.Law.Arity > 0))
        {
            var values = new CarrierValue[SampleSize];
            for (var i = 0; i < values.Length; i++)
                values[i] = source.Sample(ref random);
            var before = Evaluations;
            Try(new(_operations, values), limit, findSmaller: false);
            if (Evaluations == before)
                return;
        }
    }

    // Shell by shell: the assignments whose least simple value is the point of this position.
    private void Try(PointSet set, int limit, bool findSmaller)
    {
        var open = findSmaller ? _trials : [.. _trials.Where(static trial => trial.Values is null)];
        foreach (var trial in open)
        {
            if (trial.Law.Arity == 0)
                Judge(trial, set, 0, 0, 0, limit);
        }
        for (var shell = 0; shell < set.Points.Length; shell++)
        {
            foreach (var trial in open)
                TryShell(trial, set, shell, limit);
        }
    }

    private void TryShell(LawTrial trial, PointSet set, int shell, int limit)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        switch (trial.Law.Arity)
        {
            case 1:
                Judge(trial, set, shell, 0, 0, limit);
                break;
            case 2:
                for (var a = 0; a <= shell; a++)
                {
                    for (var b = a == shell ? 0 : shell; b <= shell; b++)
                        Judge(trial, set, a, b, 0, limit);
                }
                break;
            case 3:
                for (var a = 0; a <= shell; a++)
                {
                    for (var b = 0; b <= shell; b++)
                    {
                        for (var c = a == shell || b == shell ? 0 : shell; c <= shell; c++)
                            Judge(trial, set, a, b, c, limit);
                    }
                }
                break;
        }
    }

    private void Judge(LawTrial trial, PointSet set, int a, int b, int c, int limit)
    {
        if (!HasRoom(limit))
        {
            trial.HasGaps = true;
            return;
        }
        var points = trial.Values is null ? null : Points(trial.Law, set, a, b, c);
        if (points is not null && !trial.Wants(points))
            return;
        var left = set.Evaluate(trial.Law.Left, a, b, c);
        var right = trial.Law.Right is null ? default : set.Evaluate(trial.Law.Right, a, b, c);
        if (Holds(trial, left, right) is false)
            trial.Breaks(points ?? Points(trial.Law, set, a, b, c), left, right);
    }

    private static SamplePoint[] Points(Law law, PointSet set, int a, int b, int c)
    {
        int[] positions = [a, b, c];
        var points = new SamplePoint[law.Arity];
        for (var i = 0; i < points.Length; i++)
            points[i] = set.Points[positions[i]];
        return points;
    }

    // Null where exact arithmetic cannot tell.
    private bool? Holds(LawTrial trial, in CarrierValue left, in CarrierValue right)
    {
        if (left.Kind == CarrierValueKind.Undecided || right.Kind == CarrierValueKind.Undecided)
        {
            trial.HasGaps = true;
            return null;
        }
        trial.Judged++;
        return trial.Law.Right is null ? _candidate.Carrier.Contains(left) : left.Equals(right);
    }

    private void Shrink(LawTrial trial, PointSource source)
    {
        for (var position = 0; trial.Values is not null && position < trial.Values.Length; position++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var found = trial.Values;
            foreach (var simpler in source.Simpler(found[position]))
            {
                if (!HasRoom(_budget))
                    return;
                if (!_candidate.Carrier.Contains(simpler))
                    continue;
                var values = (CarrierValue[])found.Clone();
                values[position] = simpler;
                var points = Array.ConvertAll(values, static value => new SamplePoint(value));
                if (!trial.Wants(points))
                    continue;
                var left = _operations.Evaluate(trial.Law.Left, values);
                var right = trial.Law.Right is null ? default : _operations.Evaluate(trial.Law.Right, values);
                if (Holds(trial, left, right) is false)
                    trial.Breaks(points, left, right);
            }
            if (!ReferenceEquals(found, trial.Values))
                position = -1; // from the first value again
        }
    }

    private bool HasRoom(int limit) => Evaluations + MaxApplications <= limit;
}
