using System.ComponentModel;

namespace SparseDnn.Lanes;

/// <summary>An operation on two elements, as a type, so that it can be called lane by lane.</summary>
/// <typeparam name="T">Element type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IScalarOperation<T>
    where T : unmanaged
{
    /// <summary>The result for one lane.</summary>
    /// <param name="a">Left.</param>
    /// <param name="b">Right.</param>
    static abstract T Apply(T a, T b);
}
