namespace SparseDnn.Problems;

/// <summary>The attributes that declare something, of which a <see cref="DeclarationPlace"/> means one.</summary>
/// <typeparam name="T">What is known of an attribute.</typeparam>
internal interface IDeclaringAttributes<out T>
{
    /// <summary>[SparseNetwork].</summary>
    T Network { get; }

    /// <summary>[Oscillate].</summary>
    T Oscillate { get; }

    /// <summary>The attribute of a family of exact solutions.</summary>
    T Family { get; }

    /// <summary>[ExactFixtures].</summary>
    T Fixtures { get; }

    /// <summary>One of the attributes that declare layers.</summary>
    /// <param name="position">1, 2, … in the order they are written.</param>
    T Layers(int position);
}
