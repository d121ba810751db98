using SparseDnn.Algebra.Elements;
using SparseDnn.Generators.Text;
using SparseDnn.Roslyn.Semirings;

namespace SparseDnn.Generators.Semirings;

/// <summary>Writes the members of ISemiringKernel for one element type.</summary>
internal sealed class KernelWriter(SourceWriter writer, SemiringNames names, NumberType row, SemiringElementReading element)
{
    private const string Inline =
        "[global::System.Runtime.CompilerServices.MethodImpl("
        + "global::System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]";

    private SourceWriter Marked => writer.Line(GeneratedMarks.Member);

    private bool IsBoolean => row.Format == ElementFormat.Boolean;

    private string Members => names.Members + names.Arguments(row);

    /// <summary>Writes which kernels the element type has.</summary>
    public void Bind() =>
        Marked.Line(
            $"static global::SparseDnn.Kernels.SemiringBinding {names.Interface(row)}.Binding => "
                + $"global::SparseDnn.Kernels.SemiringBinding.Of<{row.KernelKeyword}, {names.Self}>();"
        );

    /// <summary>Writes the kernels.</summary>
    public void Write()
    {
        Bind();
        writer.Line();
        Identity("Zero");
        Identity("One");
        if (element.Rectifies)
            writer
                .Line("// z ⊗ b and z ⊕ One are bias and ReLU.")
                .Line(GeneratedMarks.Member)
                .Line($"static bool {SemiringNames.Kernel(row)}.Rectifies => true;")
                .Line();
        Comment("a ⊕ b", element.Add);
        Operation("Add", element.Add);
        Comment("a ⊗ b", element.Multiply);
        Operation("Multiply", element.Multiply);
        writer.Line("// sum ⊕ (weight ⊗ x).");
        Accumulate("Accumulate", ordered: false);
        writer.Line().Line("// The same by the processor's own min and max.");
        Accumulate("AccumulateOrdered", ordered: true);
    }

    private void Identity(string name) =>
        Marked
            .Line(
                $"static {row.KernelKeyword} {SemiringNames.Kernel(row)}.{name} => "
                    + $"{(IsBoolean ? $"{Members}.{name} ? ulong.MaxValue : 0UL" : $"{Members}.{name}")};"
            )
            .Line();

    private void Comment(string what, OperatorReading reading)
    {
        if (reading.Expression is { } expression)
            writer.Line($"// {what} = {expression}.");
        if (reading.ScalarReason is { } reason)
            writer.Line(IsBoolean ? $"// {what} from the four results of the method: {reason}." : $"// {what} item by item: {reason}.");
    }

    private void Operation(string name, OperatorReading reading)
    {
        Marked.Line(Inline);
        using (writer.Block($"static TVector {SemiringNames.Kernel(row)}.{name}<TVector, TLanes>(TVector a, TVector b)"))
        {
            if (!IsBoolean)
                writer.Line($"if (TLanes.Count == 1) return (TVector)(object){Members}.{name}({Scalar("a")}, {Scalar("b")});");
            writer.Line($"return {Value(name, reading, "a", "b", "t", ordered: false)};");
        }
        writer.Line();
    }

    private void Accumulate(string name, bool ordered)
    {
        Marked.Line(Inline);
        using (writer.Block($"static TVector {SemiringNames.Kernel(row)}.{name}<TVector, TLanes>(TVector sum, TVector weight, TVector x)"))
        {
            if (!IsBoolean)
                writer.Line(
                    $"if (TLanes.Count == 1) return (TVector)(object){Members}.Add({Scalar("sum")}, {Members}"
                        + $".Multiply({Scalar("weight")}, {Scalar("x")}));"
                );
            writer.Line($"var product = {Value("Multiply", element.Multiply, "weight", "x", "p", ordered)};");
            writer.Line($"return {Value("Add", element.Add, "sum", "product", "s", ordered)};");
        }
    }

    private string Value(string member, OperatorReading reading, string a, string b, string prefix, bool ordered)
    {
        if (reading is { Expression: { } expression, ScalarReason: null })
            return new VectorLowering(row, ordered).Write(writer, expression, a, b, prefix);
        if (IsBoolean)
            return BooleanTables.Lookup(names, member, a, b);
        return $"TLanes.Apply<{(member == "Add" ? names.Add : names.Multiply)}{names.Arguments(row)}>({a}, {b})";
    }

    private string Scalar(string name) => $"({row.KernelKeyword})(object){name}";
}
