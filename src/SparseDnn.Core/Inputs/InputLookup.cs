namespace SparseDnn.Inputs;

/// <summary>What a name of a file led to, whatever the file holds.</summary>
internal abstract record InputLookup
{
    private protected InputLookup() { }
}

/// <summary>What a name of a file led to. A closed union: <see cref="Found"/>, <see cref="Missing"/>, <see cref="Ambiguous"/>.</summary>
/// <typeparam name="T">What such files hold.</typeparam>
/// <remarks>Equality contract: all members by value.</remarks>
internal abstract record InputLookup<T> : InputLookup
    where T : class
{
    private InputLookup() { }

    /// <summary>What the file holds; null where there is no file, or several, or it has a fault.</summary>
    public T? Value => (this as Found)?.Result is InputResult<T>.Success success ? success.Value : null;

    /// <summary>One file, read.</summary>
    /// <param name="Path">The file's path.</param>
    /// <param name="Result">Its contents, or what is wrong with it.</param>
    public sealed record Found(string Path, InputResult<T> Result) : InputLookup<T>;

    /// <summary>No file of that name.</summary>
    public sealed record Missing : InputLookup<T>;

    /// <summary>Several files of that name.</summary>
    /// <param name="First">One of them.</param>
    /// <param name="Second">Another.</param>
    public sealed record Ambiguous(string First, string Second) : InputLookup<T>;
}
