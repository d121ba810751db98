using System.Linq;
using SparseDnn.Generators.Text;

namespace SparseDnn.Generators.Semirings;

/// <summary>
/// Writes what ⊕ and ⊗ of booleans give for all pairs, for bodies that cannot be read: an operation on words of 64 items is made from the
/// four results.
/// </summary>
internal static class BooleanTables
{
    private static readonly string[] Pairs = ["false, false", "false, true", "true, false", "true, true"];

    public static void Write(SourceWriter writer, SemiringNames names)
    {
        writer.Line("// The user's operations on all pairs of booleans: the result in every bit of a word.");
        writer.Line(GeneratedMarks.Member);
        writer.Line($"file static class {names.Tables}<TSemiring>");
        writer.Line("    where TSemiring : struct, global::SparseDnn.ISemiring<TSemiring, bool>");
        using (writer.Block())
        {
            writer.Lines(
                $$"""
                internal static readonly ulong[] Add = { {{Results("Add")}} };

                internal static readonly ulong[] Multiply = { {{Results("Multiply")}} };

                private static ulong Word(bool value) => value ? ulong.MaxValue : 0UL;
                """
            );
        }
    }

    private static string Results(string operation) => string.Join(", ", Pairs.Select(pair => $"Word(TSemiring.{operation}({pair}))"));

    /// <summary>The value of an operation: for each item the result of its pair.</summary>
    public static string Lookup(SemiringNames names, string member, string a, string b)
    {
        return $"TLanes.Select({a}, TLanes.Select({b}, {Entry(3)}, {Entry(2)}), TLanes.Select({b}, {Entry(1)}, {Entry(0)}))";

        string Entry(int index) => $"TLanes.Broadcast({names.Tables}<{names.Self}>.{member}[{index}])";
    }
}
