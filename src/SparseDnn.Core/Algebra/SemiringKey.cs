namespace SparseDnn.Algebra;

/// <summary>
/// Names a semiring so that no other can be meant: in exported vectors, and wherever two are compared by what is written.
/// </summary>
/// <remarks>
/// A built-in semiring by its published name, such as <c>min-plus</c>; a declared one by metadata name and assembly of its type, such as
/// <c>Mine.Log, App</c>, which no published name can be. Names for people are not compared: two types may share one.
/// </remarks>
internal static class SemiringKey
{
    private const string Separator = ", ";

    /// <summary>The key of a declared semiring.</summary>
    /// <param name="metadataName">Its type, such as <c>Mine.Outer+Log</c>.</param>
    /// <param name="assembly">Simple name of the assembly.</param>
    public static string OfType(string metadataName, string assembly) => metadataName + Separator + assembly;

    /// <summary>The name for people: published, or the type's own without namespace.</summary>
    /// <param name="key">A key.</param>
    public static string NameOf(string key)
    {
        var end = key.IndexOf(Separator, System.StringComparison.Ordinal);
        if (end <= 0)
            return key;
        var start = key.LastIndexOfAny(['.', '+'], end - 1) + 1;
        return key.Substring(start, end - start);
    }

    /// <summary>The built-in semiring of a key, or else a specification that is a name only.</summary>
    /// <param name="key">A key.</param>
    public static SemiringSpecification Resolve(string key) =>
        KnownSemirings.TryGet(key, out var known)
            ? known
            : new SemiringSpecification(NameOf(key), "", "", double.NaN, double.NaN) { Key = key };
}
