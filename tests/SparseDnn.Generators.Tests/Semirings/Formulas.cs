using System;
using System.Collections.Generic;
using System.Linq;

namespace SparseDnn.Generators.Tests.Semirings;

/// <summary>Bodies of ⊕ and ⊗ as a user might write them, over every element type; T is the type, M its functions.</summary>
/// <remarks>No semirings: the code must equal the methods whatever they compute.</remarks>
internal static class Formulas
{
    private static readonly string[] Any =
    [
        "a",
        "b",
        "a < b ? a : b",
        "a > b ? a : b",
        "b < a ? a : b",
        "b > a ? a : b",
        "a <= b ? a : b",
        "a >= b ? a : b",
        "a == b ? a : b",
        "a != b ? a : b",
        "a < b || b == a && !(a > b) ? b : a",
        "(a < b) ^ (b < a) ? a : b",
        "(a < b) == (b > a) ? b : a",
        "(a < b) != (b == a) ? b : a",
        "(a < b ? a == b : b != a) ? a : b",
        "true ? a : b",
    ];

    private static readonly string[] Numbers =
    [
        "a + b",
        "a - b",
        "a * b",
        "M.Min(a, b)",
        "M.Max(a, b)",
        "T.Min(b, a)",
        "M.Max(0, a + b - 1)",
        "a * b + a",
        "(a + b) * (a + b) - a",
        "M.Min(M.Max(a, 1), M.Max(1, b))",
        "a > 0 ? a * b : 0",
        "M.Clamp(a + b, 0, 1)",
        "M.Clamp(a, -1, 2) * b",
        "+a",
    ];

    private static readonly string[] Signed = ["-a", "-(a - b)", "a - -b", "-M.Max(-a, -b)"];

    private static readonly string[] Reals =
    [
        "a / b",
        "M.Abs(a - b)",
        "-0f + a * 0",
        "M.FusedMultiplyAdd(a, b, -a * b)",
        "T.FusedMultiplyAdd(a, b, 0.1f)",
        "a < b ? 1 : 0",
        "T.IsNaN(a) ? b : a",
        "T.IsInfinity(a) ? 1 : T.IsFinite(b) ? b : a",
        "T.IsPositiveInfinity(a) | T.IsNegativeInfinity(b) ? T.NaN : a",
        "a * T.Epsilon + b / T.MaxValue",
        "M.Max(T.NegativeInfinity, a - T.PositiveInfinity)",
        "M.Log(M.Exp(a) + M.Exp(b))",
        "M.Sqrt(a) + b",
        "(T)((decimal)1 / 4) * a + (b is 1 ? 1 : 0)",
    ];

    private static readonly string[] Bits =
    [
        "a & b",
        "a | b",
        "a ^ ~b",
        "(a | 12) & ~(a ^ b)",
        "a << 3",
        "a << 65",
        "a >> 1",
        "a >>> 7",
        "a << COUNT",
        "a >> COUNT",
        "a >>> COUNT",
        "b != 0 && b != T.MaxValue && a / 2 > 1 ? a / b : a",
        "a % 7 + b",
    ];

    private static readonly string[] Booleans =
    [
        "a",
        "!b",
        "true",
        "false",
        "a & b",
        "a && b",
        "a | b",
        "a || b",
        "a ^ b",
        "a == b",
        "a != b",
        "a ? b : !b",
        "a ? b : a",
        "!(a & b) ^ (a | !b)",
        "a ? true : b",
        "b ? a : false",
        "Table[(a ? 2 : 0) + (b ? 1 : 0)]",
    ];

    /// <summary>Element types and the formulas over them.</summary>
    public static IReadOnlyDictionary<string, string[]> All { get; } =
        new Dictionary<string, string[]>
        {
            ["float"] = [.. Any, .. Numbers, .. Signed, .. Reals],
            ["double"] = [.. Any, .. Numbers, .. Signed, .. Reals],
            ["int"] =
            [
                .. Any,
                .. Numbers,
                .. Signed,
                .. Bits,
                "(int)Math.Clamp((long)a + b, int.MinValue, int.MaxValue)",
                "int.CreateSaturating((long)a * b)",
                "b == int.MinValue ? a : Math.Abs(b)",
            ],
            ["long"] = [.. Any, .. Numbers, .. Signed, .. Bits],
            ["ulong"] = [.. Any, .. Numbers.Where(formula => !formula.Contains('-', StringComparison.Ordinal)), .. Bits],
            ["bool"] = Booleans,
        };

    /// <summary>One program with a semiring for every formula and another as ⊗; by name of its type.</summary>
    public static string Program(string type)
    {
        var formulas = All[type];
        var structs = formulas.Select(
            (formula, i) =>
                $$"""
                    [Semiring]
                    public readonly partial struct {{type}}{{i}} : ISemiring<{{type}}{{i}}, {{type}}>
                    {
                        private static bool[] Table => new[] { true, false, false, true };
                        public static {{type}} Zero => {{(type == "bool" ? "false" : "0")}};
                        public static {{type}} One => {{(type == "bool" ? "true" : "1")}};
                        public static {{type}} Add({{type}} a, {{type}} b) => {{Spell(formula, type)}};
                        public static {{type}} Multiply({{type}} a, {{type}} b) => {{Spell(formulas[(i + 7) % formulas.Length], type)}};
                    }
                    """
        );
        return "using System;\nusing SparseDnn;\n" + string.Join("\n", structs);
    }

    private static string Spell(string formula, string type) =>
        formula
            .Replace("M.", type == "float" ? "MathF." : "Math.", StringComparison.Ordinal)
            .Replace("MathF.Clamp", "Math.Clamp", StringComparison.Ordinal)
            .Replace("(T)", $"({type})", StringComparison.Ordinal)
            .Replace("T.", type + ".", StringComparison.Ordinal)
            .Replace("COUNT", type == "int" ? "b" : "(int)b", StringComparison.Ordinal);
}
