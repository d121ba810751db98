namespace SparseDnn.Inputs.Text;

/// <summary>What is wrong with a part of a line or text.</summary>
/// <param name="Offset">0-based, in characters.</param>
/// <param name="Length">Number of characters concerned; 0 where something is missing.</param>
/// <param name="Message">What, the offending value, and the remedy; ends without a full stop.</param>
internal sealed record TextFault(int Offset, int Length, string Message);
