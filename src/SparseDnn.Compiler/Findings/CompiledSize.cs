using System.Globalization;
using System.Threading;
using SparseDnn.Algebra.Elements;
using SparseDnn.Contract;
using SparseDnn.Planning.Model;
using SparseDnn.Problems;

namespace SparseDnn.Compiler.Findings;

/// <summary>How much data a plan puts into an assembly, and whether a compiler can store it.</summary>
internal static class CompiledSize
{
    /// <summary>
    /// Most bytes of table data: compilers refuse string literals beyond 16 MB in all (CS8103); the rest is left to the user's own.
    /// </summary>
    public const long MaxTableBytes = 14L << 20;

    /// <summary>Bytes of table data.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellationToken">Checked for every layer.</param>
    public static long TableBytes(NetworkPlan plan, CancellationToken cancellationToken = default)
    {
        long units = 0;
        foreach (var layer in plan.Layers)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (layer.NeedsTables)
                units += LayerDataCodec.CountUnits(layer.Data);
        }

        return 2 * units;
    }

    /// <summary>The problem of a plan that is too large to compile in; null where it fits.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancellationToken">Checked for every layer.</param>
    public static Problem? Check(NetworkPlan plan, CancellationToken cancellationToken = default)
    {
        var bytes = TableBytes(plan, cancellationToken);
        return bytes <= MaxTableBytes
            ? null
            : Problem.Create(
                ProblemKinds.TooLargeToCompileIn,
                ProblemPlace.TypeName,
                plan.Network.Name,
                Megabytes(bytes),
                Megabytes(MaxTableBytes),
                NumberTypes.Of(plan.Network.Elements).Keyword
            );
    }

    private static string Megabytes(long bytes) => (bytes / 1048576.0).ToString("0.0", CultureInfo.InvariantCulture) + " MB";
}
