namespace SparseDnn.Analyzers.Tests.Semirings;

/// <summary>Writes semirings in C#.</summary>
internal static class Declared
{
    /// <summary>A program with one semiring S.</summary>
    /// <param name="type">Element type.</param>
    /// <param name="add">Body of ⊕, after the arrow.</param>
    /// <param name="multiply">Body of ⊗.</param>
    /// <param name="zero">Zero.</param>
    /// <param name="one">One.</param>
    /// <param name="members">Further members.</param>
    public static string Semiring(string type, string add, string multiply, string zero, string one, string members = "") =>
        $$"""
            using System;
            using SparseDnn;
            [Semiring]
            public readonly partial struct S : ISemiring<S, {{type}}>
            {
                public static {{type}} Zero => {{zero}};
                public static {{type}} One => {{one}};
                public static {{type}} Add({{type}} a, {{type}} b) {{(add.StartsWith('{') ? add : $"=> {add};")}}
                public static {{type}} Multiply({{type}} a, {{type}} b) {{(multiply.StartsWith('{') ? multiply : $"=> {multiply};")}}
                {{members}}
            }
            """;
}
