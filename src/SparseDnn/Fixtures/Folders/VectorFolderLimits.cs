using System.Linq;
using SparseDnn.Exact.Vectors;
using SparseDnn.Numerics;

namespace SparseDnn.Fixtures.Folders;

/// <summary>What version 1 of the exchange format cannot say.</summary>
internal static class VectorFolderLimits
{
    /// <summary>Why the vectors have no folder and what to do; null where they have one.</summary>
    public static string? Obstacle(VectorSet vectors)
    {
        var formats = vectors.Formats;
        if (
            new[] { formats.Weights, formats.Activations, formats.Accumulator }.FirstOrDefault(format =>
                format.Equals(StorageFormats.Int64)
            ) is
            { } format
        )
            return $"version {VectorFolder.Version} of the exchange format has no type for {format}; use int32, or compare within the "
                + "program";
        for (var i = 0; i < vectors.Layers.Count; i++)
        {
            var semirings = vectors.Layers[i].Layer.Semirings;
            if (semirings is { IsReLU: false, Select: { } select })
                return $"layer {i + 1} selects over {select.Name}, which version {VectorFolder.Version} of the exchange format cannot say; "
                    + "compare within the program";
            if (vectors.Ground == ExactnessGround.OrderFree && semirings.IsPlusTimes && formats.Accumulator is FixedPointStorage)
                return $"layer {i + 1} adds modulo 2^{formats.Accumulator.BitWidth}, where version {VectorFolder.Version} of the "
                    + "exchange format saturates; compare within the program";
            if (!semirings.Correlate.IsBuiltIn)
                return $"layer {i + 1} is over {semirings.Correlate.Name}, which version {VectorFolder.Version} of the exchange format "
                    + "does not know; compare within the program";
        }

        return null;
    }
}
