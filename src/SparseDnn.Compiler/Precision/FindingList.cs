using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SparseDnn.Primitives;
using SparseDnn.Problems;
using SparseDnn.Problems.Findings;

namespace SparseDnn.Compiler.Precision;

/// <summary>Findings layer by layer; one attribute that declares many layers says a thing once, for the first of them.</summary>
internal sealed class FindingList
{
    private readonly List<(Problem Problem, int MoreIndex)> _found = new();
    private readonly Dictionary<(ProblemKind Kind, ProblemPlace Place), (int Index, int More)> _first = new();

    /// <summary>Whether a kind was found at a place already; then the layer is only counted.</summary>
    public bool Repeats(ProblemKind kind, ProblemPlace place)
    {
        if (!_first.TryGetValue((kind, place), out var known))
            return false;
        _first[(kind, place)] = (known.Index, known.More + 1);
        return true;
    }

    /// <summary>Adds a finding.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="more">Which of the arguments says in how many later layers it holds too; −1 for none.</param>
    /// <param name="arguments">What the message names.</param>
    public void Add(ProblemKind kind, ProblemPlace place, int more, params object[] arguments) =>
        Add(Problem.Create(kind, place, arguments), more);

    /// <summary>Adds a finding.</summary>
    /// <param name="problem">The finding.</param>
    /// <param name="more">Which of its arguments says in how many later layers it holds too.</param>
    public void Add(Problem problem, int more)
    {
        _first[(problem.Kind, problem.Place)] = (_found.Count, 0);
        _found.Add((problem, more));
    }

    /// <summary>Tells fixes of a format in which findings are none.</summary>
    /// <param name="format">The format.</param>
    /// <param name="isMended">Whether a finding is none there.</param>
    public void Widen(ElementFormat format, Func<Problem, bool> isMended)
    {
        for (var i = 0; i < _found.Count; i++)
            if (isMended(_found[i].Problem))
                _found[i] = (_found[i].Problem with { Data = new(new NetworkFormat(format.ToString()).Data) }, _found[i].MoreIndex);
    }

    /// <summary>Whether a kind was found, here or at any place.</summary>
    public bool Has(ProblemKind kind, ProblemPlace? place = null) =>
        _found.Any(found => found.Problem.Kind == kind && (place is null || found.Problem.Place == place));

    /// <summary>Adds a problem that no later layer repeats.</summary>
    public void Add(Problem problem) => _found.Add((problem, -1));

    /// <summary>All findings in the order they were added.</summary>
    public IEnumerable<Problem> Problems()
    {
        var more = _first.Values.ToDictionary(count => count.Index, count => count.More);
        for (var i = 0; i < _found.Count; i++)
        {
            var (problem, at) = _found[i];
            yield return at < 0 || !more.TryGetValue(i, out var layers) || layers == 0
                ? problem
                : problem with
                {
                    Arguments = new EquatableArray<string>(
                        problem.Arguments.Select((argument, j) => j == at ? argument + Text(layers) : argument).ToArray()
                    ),
                };
        }
    }

    private static string Text(int layers) =>
        layers == 1
            ? " (likewise in 1 later layer)"
            : string.Format(CultureInfo.InvariantCulture, " (likewise in {0} later layers)", layers);
}
