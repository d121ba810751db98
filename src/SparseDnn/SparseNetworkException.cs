using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Problems;

namespace SparseDnn;

/// <summary>A network could not be made; names file, line, column, value and remedy of every fault.</summary>
public sealed class SparseNetworkException : Exception
{
    internal SparseNetworkException(IReadOnlyList<Problem> problems)
        : base(string.Join(Environment.NewLine, problems.Select(problem => problem.ToString()))) => Problems = problems;

    /// <summary>Every fault that was found.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}
