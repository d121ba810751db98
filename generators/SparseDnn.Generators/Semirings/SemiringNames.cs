using SparseDnn.Algebra.Elements;
using SparseDnn.Roslyn.Symbols;

namespace SparseDnn.Generators.Semirings;

/// <summary>Names that occur throughout one semiring's file.</summary>
internal sealed class SemiringNames(TypeFrame frame)
{
    // Type parameters cannot be: only the name's escape has to go.
    private readonly string _type = frame.Type.Name.TrimStart('@');

    /// <summary>The semiring.</summary>
    public string Self { get; } = frame.QualifiedName;

    /// <summary>Generic type of this file that calls the user's members, however they are implemented.</summary>
    public string Members => _type + "_Members";

    /// <summary>Generic type of this file that calls the user's ⊕ on one item.</summary>
    public string Add => _type + "_Add";

    /// <summary>The same for ⊗.</summary>
    public string Multiply => _type + "_Multiply";

    /// <summary>Generic type of this file that holds what ⊕ and ⊗ give for all pairs of booleans.</summary>
    public string Tables => _type + "_Tables";

    /// <summary>The kernel interface of an element type.</summary>
    public static string Kernel(NumberType row) => $"global::SparseDnn.Operations.ISemiringKernel<{row.KernelKeyword}>";

    /// <summary>The user's interface.</summary>
    public string Interface(NumberType row) => $"global::SparseDnn.ISemiring<{Self}, {row.Keyword}>";

    /// <summary>Type arguments of the generic types.</summary>
    public string Arguments(NumberType row) => $"<{Self}, {row.Keyword}>";
}
