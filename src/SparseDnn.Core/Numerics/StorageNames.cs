namespace SparseDnn.Numerics;

/// <summary>What a storage format is called elsewhere, and what holds its values.</summary>
/// <param name="DType">NumPy type of an array of such numbers or of their bits.</param>
/// <param name="ClrName">Name, within the namespace System, of the type that holds a value.</param>
/// <param name="Keyword">That type as C# writes it.</param>
/// <param name="HoldsPattern">Whether the type is an unsigned integer of the value's bits, because C# has no type of its own.</param>
/// <param name="Others">Names of C#, of libraries and of papers, in lower case without dashes.</param>
internal sealed record StorageNames(string DType, string ClrName, string Keyword, bool HoldsPattern, params string[] Others);
