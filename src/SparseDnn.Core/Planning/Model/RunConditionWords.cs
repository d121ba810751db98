using System.Collections.Generic;
using System.Linq;

namespace SparseDnn.Planning.Model;

/// <summary>The conditions in words.</summary>
internal static class RunConditionWords
{
    private static readonly (RunConditions Condition, string Words)[] Rows =
    [
        (RunConditions.Avx2, "AVX2"),
        (RunConditions.WideRegisters, "registers of 256 or 512 bits"),
        (RunConditions.ItemsOfBits, "items of bits"),
        (RunConditions.ItemsOfNumbers, "items of elements or bytes"),
        (RunConditions.SingleItem, "single items"),
        (RunConditions.TwoTilesAThread, "two tiles of items a thread"),
        (RunConditions.ManyItems, "large batches"),
        (RunConditions.FasterGathers, "a processor on which gathers are measured to be no slower"),
    ];

    /// <summary>All conditions that have words, one by one.</summary>
    public static IEnumerable<RunConditions> All => Rows.Select(row => row.Condition);

    /// <summary>Some conditions in words, such as "AVX2, single items"; empty for none.</summary>
    /// <param name="conditions">The conditions.</param>
    public static string Of(RunConditions conditions) =>
        string.Join(", ", Rows.Where(row => conditions.HasFlag(row.Condition)).Select(row => row.Words));
}
