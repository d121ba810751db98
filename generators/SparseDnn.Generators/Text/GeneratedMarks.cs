using SparseDnn.Contract;

namespace SparseDnn.Generators.Text;

/// <summary>Attributes that say of generated members who wrote them, and keep them out of the user's code coverage.</summary>
/// <remarks>
/// They stand on members of the user's types, not on these types, whose other parts are the user's own; types of a generated file carry
/// them as a whole.
/// </remarks>
internal static class GeneratedMarks
{
    /// <summary>The package, and its version in generated files.</summary>
    public const string Package = "SparseDnn.Gen";

    private static readonly string Code =
        $"global::System.CodeDom.Compiler.GeneratedCode({Literals.Text(Package)}, {Literals.Text(ContractVersion.Package)})";

    /// <summary>For types, methods and properties.</summary>
    public static string Member { get; } = $"[{Code}, global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]";

    /// <summary>For constants, which no coverage counts.</summary>
    public static string Constant { get; } = $"[{Code}]";

    /// <summary>For methods that every layer of every item goes through: optimised when they are first called.</summary>
    public static string Optimized { get; } = Implementation("AggressiveOptimization");

    /// <summary>For methods that are part of such a one.</summary>
    public static string Inlined { get; } = Implementation("AggressiveInlining");

    private static string Implementation(string option) =>
        "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions." + option + ")]";
}
