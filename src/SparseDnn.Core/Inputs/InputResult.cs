using System.Diagnostics.CodeAnalysis;
using SparseDnn.Problems;

namespace SparseDnn.Inputs;

/// <summary>What reading a file gave, whatever it holds.</summary>
internal abstract record InputResult
{
    private protected InputResult() { }
}

/// <summary>What reading a file gave. A closed union: <see cref="Success"/> or <see cref="Failure"/>.</summary>
/// <typeparam name="T">What such files hold; compared by value.</typeparam>
/// <remarks>Equality contract: equal contents or equal problems.</remarks>
internal abstract record InputResult<T> : InputResult
    where T : class
{
    private InputResult() { }

    /// <summary>The contents, or the problem that kept them from being read.</summary>
    /// <param name="value">The contents; null on failure.</param>
    /// <param name="problem">The problem; null on success.</param>
    /// <returns>Whether there are contents.</returns>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Problem? problem)
    {
        value = (this as Success)?.Value;
        problem = (this as Failure)?.Problem;
        return value is not null;
    }

    /// <summary>The file was read.</summary>
    /// <param name="Value">What it holds.</param>
    public sealed record Success(T Value) : InputResult<T>;

    /// <summary>The file cannot be read.</summary>
    /// <param name="Problem">The first fault, with its place in the file.</param>
    public sealed record Failure(Problem Problem) : InputResult<T>;
}
