using System;

namespace SparseDnn.Kernels;

/// <summary>log(e^a + e^b), computed from the larger operand down so that nothing overflows.</summary>
/// <remarks>
/// Evaluated in binary64 by the platform's exp and log: equal bits for every width and batch size, not on every operating system.
/// </remarks>
internal readonly struct LogSumOperation<T> : IScalarOperation<T>
    where T : unmanaged
{
    public static T Apply(T a, T b) =>
        typeof(T) == typeof(float)
            ? (T)(object)(float)Add((float)(object)a, (float)(object)b)
            : (T)(object)Add((double)(object)a, (double)(object)b);

    internal static double Add(double a, double b)
    {
        var larger = Math.Max(a, b);
        // ∞ − ∞ is no number: of two equal infinities the sum is that infinity.
        return double.IsInfinity(larger) || double.IsNaN(larger) ? larger : larger + Math.Log(1 + Math.Exp(Math.Min(a, b) - larger));
    }
}
