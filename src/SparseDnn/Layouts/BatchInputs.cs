namespace SparseDnn.Layouts;

/// <summary>The caller's items, pinned while a job runs.</summary>
/// <param name="Start">First byte.</param>
/// <param name="Form">Their form.</param>
/// <param name="Stride">Bytes from item to item.</param>
internal readonly unsafe record struct BatchInputs(nint Start, InputForm Form, int Stride)
{
    /// <summary>An item.</summary>
    public byte* Item(int item) => (byte*)Start + ((long)item * Stride);
}

/// <summary>In what form items are given.</summary>
internal enum InputForm
{
    /// <summary>Elements of the network.</summary>
    Values,

    /// <summary>Numbers from 0 to 255.</summary>
    Bytes,

    /// <summary>Packed zeros and ones.</summary>
    Bits,
}
