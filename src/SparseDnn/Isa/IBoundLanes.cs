namespace SparseDnn.Isa;

/// <summary>Arithmetic on a register of bounds, one byte an item.</summary>
/// <typeparam name="TVector">Register type.</typeparam>
internal unsafe interface IBoundLanes<TVector>
    where TVector : struct
{
    /// <summary>One value in every lane.</summary>
    static abstract TVector Create(byte value);

    /// <summary>Reads aligned memory.</summary>
    static abstract TVector Load(byte* from);

    /// <summary>Writes aligned memory.</summary>
    static abstract void Store(TVector value, byte* to);

    /// <summary>min(x + y, 255).</summary>
    static abstract TVector Add(TVector x, TVector y);

    /// <summary>max(x − y, 0).</summary>
    static abstract TVector Subtract(TVector x, TVector y);

    /// <summary>The larger one.</summary>
    static abstract TVector Max(TVector x, TVector y);
}
