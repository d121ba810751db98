namespace SparseDnn.Inputs.Ranges;

/// <summary>The range of one input.</summary>
/// <param name="Input">1-based, as in the file.</param>
/// <param name="Low">Least value; finite.</param>
/// <param name="High">Greatest value, at least Low; finite.</param>
internal readonly record struct InputRangeEntry(int Input, double Low, double High);
