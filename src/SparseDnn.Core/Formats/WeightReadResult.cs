using System.Diagnostics.CodeAnalysis;
using SparseDnn.Problems;

namespace SparseDnn.Formats;

/// <summary>What reading a weights text gave. A closed union: <see cref="Success"/> or <see cref="Failure"/>.</summary>
/// <remarks>Equality contract: equal matrices or equal problems.</remarks>
public abstract record WeightReadResult
{
    private WeightReadResult() { }

    /// <summary>The matrix, or the problem that kept it from being read.</summary>
    /// <param name="matrix">The matrix; null on failure.</param>
    /// <param name="problem">The problem; null on success.</param>
    /// <returns>Whether there is a matrix.</returns>
    public bool TryGetMatrix([NotNullWhen(true)] out WeightMatrix? matrix, [NotNullWhen(false)] out Problem? problem)
    {
        matrix = (this as Success)?.Matrix;
        problem = (this as Failure)?.Problem;
        return matrix is not null;
    }

    /// <summary>The text was read.</summary>
    /// <param name="Matrix">What it holds.</param>
    public sealed record Success(WeightMatrix Matrix) : WeightReadResult;

    /// <summary>The text cannot be read.</summary>
    /// <param name="Problem">The first fault, with its place in the file.</param>
    public sealed record Failure(Problem Problem) : WeightReadResult;
}
