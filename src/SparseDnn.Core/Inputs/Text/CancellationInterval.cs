using System.Threading;

namespace SparseDnn.Inputs.Text;

/// <summary>How often readers look whether they are still wanted.</summary>
internal static class CancellationInterval
{
    // A power of two: on every line or entry one comparison.
    private const long Mask = 4095;

    /// <summary>Throws on every 4096th line or entry where the reading is cancelled.</summary>
    public static void Check(long number, CancellationToken cancellationToken)
    {
        if ((number & Mask) == 0)
            cancellationToken.ThrowIfCancellationRequested();
    }
}
