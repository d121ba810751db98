namespace SparseDnn.Kernels;

/// <summary>An identity element, as a type.</summary>
public interface IIdentity
{
    /// <summary>The element.</summary>
    /// <typeparam name="T">Element type.</typeparam>
    static abstract T Value<T>()
        where T : unmanaged;
}

/// <summary>0.</summary>
public readonly struct NumberZero : IIdentity
{
    /// <inheritdoc/>
    public static T Value<T>()
        where T : unmanaged => default;
}

/// <summary>1.</summary>
public readonly struct NumberOne : IIdentity
{
    /// <inheritdoc/>
    public static T Value<T>()
        where T : unmanaged => ElementTypes.One<T>();
}

/// <summary>−∞, or the least integer.</summary>
public readonly struct Least : IIdentity
{
    /// <inheritdoc/>
    public static T Value<T>()
        where T : unmanaged => ElementTypes.Least<T>();
}

/// <summary>+∞, or the greatest integer.</summary>
public readonly struct Greatest : IIdentity
{
    /// <inheritdoc/>
    public static T Value<T>()
        where T : unmanaged => ElementTypes.Greatest<T>();
}

/// <summary>Every bit set.</summary>
public readonly struct AllOnes : IIdentity
{
    /// <inheritdoc/>
    public static T Value<T>()
        where T : unmanaged => ElementTypes.AllOnes<T>();
}
