namespace SparseDnn.Inputs;

/// <summary>Finds and reads the files that declarations name.</summary>
internal interface IInputFiles
{
    /// <summary>The file of a name, read.</summary>
    /// <typeparam name="T">What such files hold.</typeparam>
    /// <param name="kind">The kind of the file.</param>
    /// <param name="name">Its name, expanded, with forward slashes.</param>
    InputLookup<T> Find<T>(InputKind<T> kind, string name)
        where T : class;
}
