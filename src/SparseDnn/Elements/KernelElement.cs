namespace SparseDnn.Elements;

/// <summary>Values of a network as its kernels compute with them.</summary>
internal static class KernelElement
{
    /// <summary>The element of some bits; a boolean is 64 items of a word at once.</summary>
    /// <typeparam name="T">Element type of the kernels.</typeparam>
    /// <param name="bits">A value's 64 bits, as the stages hold them.</param>
    /// <param name="format">Element format of the network.</param>
    public static T Of<T>(long bits, ElementFormat format)
        where T : unmanaged
    {
        if (format != ElementFormat.Boolean)
            return Element.FromBits<T>(bits);
        return bits != 0 ? Element.AllOnes<T>() : default;
    }
}
