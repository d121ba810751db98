using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests.Mutation;

/// <summary>
/// Whatever stands in a semiring's members, neither generator nor analyzers throw, and generated code breaks no program that compiled.
/// </summary>
public sealed class SemiringMutationTests
{
    private const int Files = 40;

    private static readonly string[] Types = ["float", "double", "int", "long", "bool", "ulong"];

    private static readonly string[] Leaves =
    [
        "a",
        "b",
        "0",
        "1",
        "-1",
        "1.5f",
        "0.1",
        "true",
        "T.MaxValue",
        "T.NaN",
        "Zero",
        "One",
        "Missing",
        "null",
        "'x'",
        "\"s\"",
        "default",
        "S.One",
        "Field",
        "Constant",
        "this",
        "1m",
    ];

    private static readonly string[] Forms =
    [
        "X + Y",
        "X - Y",
        "X * Y",
        "X / Y",
        "X % Y",
        "-X",
        "~X",
        "!X",
        "X & Y",
        "X | Y",
        "X ^ Y",
        "X && Y",
        "X || Y",
        "X < Y",
        "X == Y",
        "X != Y",
        "X << Y",
        "X >> (int)Y",
        "X >>> 3",
        "X ? Y : Z",
        "(X < Y) ? X : Y",
        "(T)(X)",
        "(int)(X)",
        "(long)(X)",
        "checked(X + Y)",
        "unchecked(X * Y)",
        "Math.Min(X, Y)",
        "MathF.Max(X, Y)",
        "Math.Abs(X)",
        "Math.Clamp(X, Y, Z)",
        "T.MaxNumber(X, Y)",
        "Math.FusedMultiplyAdd(X, Y, Z)",
        "int.CreateSaturating((long)X + Y)",
        "(int)Math.Clamp((long)X + Y, int.MinValue, int.MaxValue)",
        "F(X, Y)",
        "G(X)",
        "H(X)",
        "Add(X, Y)",
        "Multiply(Y, X)",
        "S.F(b: X, a: Y)",
        "F(X)",
        "(a = X)",
        "a++",
        "X switch { _ => Y }",
        "X is Y",
        "throw null",
        "new T()",
        "(X, Y).Item1",
        "((Func<T, T>)(x => X))(Y)",
        "default(T)",
        "sizeof(T)",
        "X ?? Y",
        "Math.Max(X, out Y)",
        "Generic(X)",
        "(X)",
    ];

    private static readonly string[] Bodies =
    [
        "=> X;",
        "{ return X; }",
        "{ var c = X; return Y; }",
        "{ T c = X, d = Y; if (c < d) return c; else return d; }",
        "{ if (X) { return Y; } return Z; }",
        "{ if (X) return Y; }",
        "{ }",
        "{ while (true) ; }",
        "{ for (;;) return X; }",
        "{ T c; c = X; return c; }",
        "{ throw null; }",
        "{ return L(X); T L(T x) => x + a; }",
        "{ goto end; end: return X; }",
        "{ a = X; return a; }",
        "{ switch (X) { default: return Y; } }",
        "{ if (a == b) { } if (X) { } if (Y) { } return Z; }",
        "{ ref T c = ref a; return c; }",
        "{ const T c = 1; return c; }",
        "=> ;",
        "",
        ";",
        "{ return; }",
        "{ try { return X; } finally { } }",
        "{ using var c = X; return Y; }",
        "{ (T c, T d) = (X, Y); return c; }",
    ];

    public static TheoryData<int> Seeds
    {
        get
        {
            var factor = int.TryParse(
                Environment.GetEnvironmentVariable("SPARSEDNN_MUTATIONS"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var value
            )
                ? value
                : 1;
            return [.. Enumerable.Range(1, 8 * factor)];
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task HostileBodies_AreSurvived(int seed)
    {
        var random = new Random(seed);
        var compiled = await CheckAsync(
            seed,
            i => $"using System; using SparseDnn; namespace Case{i} {{ {(i % 2 == 0 ? Plausible(random) : Declaration(random))} }}"
        );
        Assert.True(compiled > Files / 4, $"Seed {seed}: only {compiled} declarations compile.");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task DamagedSource_IsSurvived(int seed)
    {
        var random = new Random(-seed);
        const string Sound = """
            [Semiring]
            public readonly partial struct S : ISemiring<S, float>
            {
                public static float Zero => 0f;
                public static float One { get; } = 1f;
                public static float Add(float a, float b) => MathF.Max(a, b);
                public static float Multiply(float a, float b) { var c = a + b; if (c < 1) return 0f; return Less(c); }
                private static float Less(float x) => x - 1f;
                public static (float Min, float Max) Carrier => (0f, 1f);
            }
            """;
        await CheckAsync(
            seed,
            i =>
                $"using System;\nusing SparseDnn;\nnamespace Case{i}\n{{\n{TextMutation.Apply(random, Sound, TextMutation.SourceWords)}\n}}"
        );
    }

    [Fact]
    public async Task EndlessWork_IsDeclined()
    {
        // Each call doubles the work of the one before it, each 'if' that of what follows it, and a sum is as deep as it is long.
        var calls =
            string.Concat(Enumerable.Range(1, 30).Select(i => $"static float F{i}(float x) => F{i - 1}(F{i - 1}(x)); "))
            + "static float F0(float x) => x;";
        var ifs = string.Concat(Enumerable.Repeat("if (a < b) { } ", 60));
        var sum = string.Join(" + ", Enumerable.Repeat("a", 1000));
        var text =
            "using SparseDnn; "
            + string.Concat(
                new[] { $"=> F30(a); {calls}", $"{{ {ifs} return a; }}", $"=> {sum};" }.Select(
                    (body, i) =>
                        $"[Semiring] partial struct S{i} : ISemiring<S{i}, float> {{ public static float Zero => 0; public "
                        + "static float One => 1; public static float Multiply(float a, float b) => a * b; public static float "
                        + $"Add(float a, float b) {body} }}\n"
                )
            );
        var found = await AnalyzerRun.DiagnosticsAsync(new TestProject(text));
        Assert.Equal(["SDNN1004", "SDNN1004", "SDNN1004"], found.Select(diagnostic => diagnostic.Id));
    }

    // Of one type throughout, so that most of them compile.
    private static string Plausible(Random random)
    {
        var type = Types[random.Next(Types.Length)];
        string[] leaves = type == "bool" ? ["a", "b", "!a", "true"] : ["a", "b", "a", "b", "1", "2"];
        string[] forms = type switch
        {
            "bool" => ["X & Y", "X || Y", "X ^ Y", "X ? Y : Z", "X == Y", "F(X, Y)", "new[] { X, Y }[0]"],
            "float" or "double" =>
            [
                "X + Y",
                "X * Y",
                "X - Y",
                "X / Y",
                "X % Y",
                "-X",
                "X < Y ? X : Y",
                "T.Max(X, Y)",
                "F(X, Y)",
                "T.Exp(X)",
                "(T)(decimal)X",
                "T.Clamp(X, Y, 2)",
                "(T)(long)X",
            ],
            _ =>
            [
                "X + Y",
                "X * Y",
                "X - Y",
                "X / (Y | 1)",
                "X & Y",
                "~X",
                "X << 40",
                "X >>> 3",
                "X < Y ? X : Y",
                "T.Min(X, Y)",
                "F(X, Y)",
                "checked(X + Y)",
                "T.CreateSaturating(X)",
            ],
        };
        string[] bodies =
        [
            "=> X;",
            "{ return X; }",
            "{ var c = X; var d = Y; return c == d ? X : c; }",
            "{ if (a == b) return X; else if (X == Y) { return Y; } return Z; }",
            "{ T c = X; c = Y; return c; }",
            "{ return L(X, b); static T L(T a, T b) => Y; }",
        ];
        var text =
            "[Semiring] partial struct S : ISemiring<S, T> { public static T Zero => default; public static T One => "
            + $"{(type == "bool" ? "true" : "1")}; public static T Add(T a, T b) {Of(3, bodies)} public static T Multiply(T a, T "
            + $"b) {Of(3, bodies)} static T F(T a, T b) {Of(2, bodies)} }}";
        return System.Text.RegularExpressions.Regex.Replace(text, @"\bT\b", type);

        string Of(int depth, string[] choices) =>
            System.Text.RegularExpressions.Regex.Replace(
                Pick(random, choices),
                "\\b[XYZ]\\b",
                _ => depth == 0 || random.Next(3) == 0 ? Pick(random, leaves) : $"({Of(depth - 1, forms)})"
            );
    }

    private static string Declaration(Random random)
    {
        var type = Types[random.Next(Types.Length)];
        string[] others = [type, type, type, Pick(random, Types), "decimal", "Missing", "S"];
        var zero = random.Next(6) == 0 ? Body(random) : $"=> {Expression(random, 1)};";
        var text =
            $"[Semiring] {Pick(random, ["partial", "readonly partial", "partial", "ref partial", ""])} "
            + $"{(random.Next(9) == 0 ? "record struct" : "struct")} S{(random.Next(15) == 0 ? "<U>" : "")} : ISemiring<S, "
            + $"{others[random.Next(others.Length)]}>{(random.Next(9) == 0 ? $", ISemiring<S, {Pick(random, Types)}>" : "")} {{ "
            + (random.Next(9) == 0 ? "" : $"public static T Zero {(random.Next(3) == 0 ? zero : "=> default;")} ")
            + $"public static T One {(random.Next(3) == 0 ? "{ get; } = " + Expression(random, 1) + ";" : "=> default(T);")} "
            + $"public static T Add(T a, T b) {Body(random)} public static T Multiply(T a, T b) {Body(random)} "
            + $"static T F(T a, T b) => {Expression(random, 2)}; static T G(T a) "
            + $"{Body(random).Replace("b", "a", StringComparison.Ordinal)} static T H(in T a) => H(a); static U Generic<U>(U a) "
            + "=> a; static T Field; const T Constant = default; static readonly T Other = Field; "
            + (random.Next(3) == 0 ? $"public static (T Min, T Max) Carrier => {Carrier(random)}; " : "")
            + "}";
        return System.Text.RegularExpressions.Regex.Replace(text, @"\bT\b", type);
    }

    private static string Body(Random random) => Fill(random, Pick(random, random.Next(3) > 0 ? Bodies[..4] : Bodies), 3);

    private static string Carrier(Random random)
    {
        var ends = $"({Expression(random, 1)}, Zero)";
        return Pick(random, ["(0, 1)", "(1, 0)", "default", "(Zero, One)", "(T.MinValue, T.MaxValue)", ends, "throw null"]);
    }

    private static string Expression(Random random, int depth) =>
        depth == 0 || random.Next(3) == 0
            ? Pick(random, random.Next(4) > 0 ? Leaves[..5] : Leaves)
            : "(" + Fill(random, Pick(random, Forms), depth) + ")";

    private static string Fill(Random random, string form, int depth) =>
        System.Text.RegularExpressions.Regex.Replace(form, "\\b[XYZ]\\b", _ => Expression(random, depth - 1));

    private static string Pick(Random random, string[] values) => values[random.Next(values.Length)];

    private static async Task<int> CheckAsync(int seed, Func<int, string> source)
    {
        var project = new TestProject("class Bystander;");
        project = project with { Sources = project.Sources.AddRange(Enumerable.Range(0, Files).Select(i => ($"Case{i}.cs", source(i)))) };
        var run = GeneratorRun.Start(project);
        Assert.True(run.GeneratorDiagnostics.IsEmpty && run.Result.Exception is null, $"Seed {seed}: {run.Result.Exception}");
        foreach (var diagnostic in await AnalyzerRun.DiagnosticsAsync(run.Output, project.Weights))
        {
            Assert.True(diagnostic.Id.StartsWith("SDNN", StringComparison.Ordinal), $"Seed {seed}: {diagnostic}");
            Assert.True(MessageQuality.IsHelpful(diagnostic), $"Seed {seed}: {diagnostic}");
        }

        var broken = Errors(run.Input).Select(error => error.Path.Split('.')[0]).ToHashSet();
        var added = Errors(run.Output)
            .Where(error => !broken.Any(name => error.Path == name + ".cs" || error.Path.Contains($"/{name}.", StringComparison.Ordinal)))
            .ToArray();
        Assert.True(added.Length == 0, $"Seed {seed}: {string.Join("\n", added.Select(error => error.Text))}");
        return Files - broken.Count;
    }

    private static IEnumerable<(string Path, string Text)> Errors(Compilation compilation) =>
        compilation
            .GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .Select(diagnostic => (diagnostic.Location.GetLineSpan().Path, diagnostic.ToString()));
}
