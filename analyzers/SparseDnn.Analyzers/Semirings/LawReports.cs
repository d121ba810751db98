using System.Collections.Generic;
using System.Threading;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Laws;

namespace SparseDnn.Analyzers.Semirings;

/// <summary>
/// Law reports of the candidates seen last, so that a keystroke elsewhere checks nothing again. One for the process; safe to use from any
/// thread.
/// </summary>
/// <param name="capacity">Reports that are kept; the oldest goes first.</param>
internal sealed class LawReports(int capacity)
{
    private readonly object _lock = new();
    private readonly Dictionary<SemiringCandidate, LawReport> _reports = [];
    private readonly Queue<SemiringCandidate> _order = new();

    /// <summary>The reports of this process.</summary>
    public static LawReports Shared { get; } = new(256);

    /// <summary>How often a candidate was checked because no report of it was kept.</summary>
    public int Checks { get; private set; }

    /// <summary>The report of a candidate; checked outside the lock, so that one slow semiring holds up no other.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="cancellationToken">Stops the check; nothing is kept then.</param>
    public LawReport Get(SemiringCandidate candidate, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_reports.TryGetValue(candidate, out var known))
                return known;
        }
        var report = LawChecker.Check(candidate, cancellationToken: cancellationToken);
        lock (_lock)
        {
            Checks++;
            if (_reports.TryGetValue(candidate, out var other))
                return other;
            if (_order.Count == capacity)
                _reports.Remove(_order.Dequeue());
            _order.Enqueue(candidate);
            _reports.Add(candidate, report);
        }
        return report;
    }
}
