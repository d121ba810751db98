using System;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Generators.Pipeline;
using SparseDnn.Generators.Text;
using SparseDnn.Roslyn.Semirings;

namespace SparseDnn.Generators.Semirings;

/// <summary>Writes the further part of a declared semiring: its formulas and its kernels.</summary>
internal static class SemiringEmitter
{
    private const string Attribute = "global::SparseDnn.Semirings.SemiringFormula";

    /// <summary>The part of a target that can be emitted.</summary>
    public static GeneratedFile Emit(SemiringTarget target)
    {
        var writer = new SourceWriter();
        var names = new SemiringNames(target.Frame);
        TypeParts.Header(writer, "Vector code", target.Frame);
        using (TypeParts.Namespace(writer, target.Frame))
        {
            var containers = TypeParts.Containers(writer, target.Frame);
            Part(writer, target, names);
            TypeParts.Close(containers);
            Helpers(writer, target, names);
        }
        return new GeneratedFile(TypeParts.HintName(target.Frame, "Semiring"), writer.ToString());
    }

    private static void Part(SourceWriter writer, SemiringTarget target, SemiringNames names)
    {
        foreach (var element in target.Elements)
            if (element.Element.Candidate is { } candidate)
                writer.Line(
                    $"[{Attribute}(global::SparseDnn.ElementFormat.{element.Element.Format}, "
                        + $"{Literals.Text(SemiringFormula.Encode(candidate))})]"
                );
        writer.Line($"partial {target.Frame.Type.Keyword} {target.Frame.Type.Name} :");
        var rows = target.Elements.Select(element => NumberTypes.Of(element.Element.Format)).ToArray();
        // Booleans that words pack are computed by the words' kernels.
        var kernels = rows.Select((row, i) => rows.Skip(i + 1).All(other => other.KernelKeyword != row.KernelKeyword)).ToArray();
        var last = Array.LastIndexOf(kernels, true);
        for (var i = 0; i < rows.Length; i++)
            if (kernels[i])
                writer.Line($"    {SemiringNames.Kernel(rows[i])}{(i < last ? "," : "")}");
        using (writer.Block())
        {
            for (var i = 0; i < rows.Length; i++)
            {
                if (i > 0)
                    writer.Line();
                var kernel = new KernelWriter(writer, names, rows[i], target.Elements[i]);
                if (kernels[i])
                    kernel.Write();
                else
                    kernel.Bind();
            }
        }
    }

    private static void Helpers(SourceWriter writer, SemiringTarget target, SemiringNames names)
    {
        const string Constraint = "    where TSemiring : struct, global::SparseDnn.ISemiring<TSemiring, T>\n    where T : unmanaged";
        writer.Line().Line("// The members as they were written, whether public or explicit.");
        writer.Line(GeneratedMarks.Member);
        writer.Line($"file static class {names.Members}<TSemiring, T>").Lines(Constraint);
        using (writer.Block())
            writer.Lines(
                """
                internal static T Zero => TSemiring.Zero;

                internal static T One => TSemiring.One;

                internal static T Add(T a, T b) => TSemiring.Add(a, b);

                internal static T Multiply(T a, T b) => TSemiring.Multiply(a, b);
                """
            );
        if (target.Elements.Any(element => element.Element.Format != ElementFormat.Boolean && element.Add.ScalarReason is not null))
            Operation(names.Add, "Add");
        if (target.Elements.Any(element => element.Element.Format != ElementFormat.Boolean && element.Multiply.ScalarReason is not null))
            Operation(names.Multiply, "Multiply");
        if (
            target.Elements.Any(element =>
                element.Element.Format == ElementFormat.Boolean && (element.Add.ScalarReason ?? element.Multiply.ScalarReason) is not null
            )
        )
            BooleanTables.Write(writer.Line(), names);

        void Operation(string name, string member)
        {
            writer
                .Line()
                .Line(GeneratedMarks.Member)
                .Line($"file readonly struct {name}<TSemiring, T> : global::SparseDnn.Lanes.IScalarOperation<T>")
                .Lines(Constraint);
            using (writer.Block())
                writer.Line($"public static T Apply(T a, T b) => TSemiring.{member}(a, b);");
        }
    }
}
