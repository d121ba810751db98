using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using SparseDnn.Algebra.Values;
using static SparseDnn.Algebra.Expressions.OperatorExpression;

namespace SparseDnn.Algebra;

/// <summary>The built-in semirings, one row each.</summary>
/// <remarks>
/// Source: mathematics page, section 2. Every element type in which a row exists has all laws proved (a test enumerates them).
/// </remarks>
internal static class KnownSemirings
{
    /// <summary>The assembly of the built-in types, and their namespace.</summary>
    public const string Assembly = "SparseDnn";

    private const double Infinity = double.PositiveInfinity;
    private const string HoldsNumbers = "The carrier holds numbers; bits have or-and, xor-and and union-intersection.";
    private const string HoldsBits = "The carrier holds bits, not numbers.";
    private const string WordIsLong = "A word is a set of bits here; modulo 2^64 use long, which computes the same bits.";
    private const string WordIsNoChain = "A word is a set of bits here, not a number.";
    private const string MaxPlusWraps =
        "An integer has no −∞: int.MinValue as Zero wraps around at the first ⊗ (int.MinValue − 1 = int.MaxValue) and then wins every max.";
    private const string MinPlusWraps =
        "An integer has no ∞: int.MaxValue as Zero wraps around at the first ⊗ (int.MaxValue + 1 = int.MinValue) and then wins every min.";
    private const string TimesWraps = "An integer product wraps around: 65536 × 65536 = 0 in int, which breaks order and distributivity.";
    private const string TimesWrapsNoInfinity = "An integer has no infinity, and products wrap around: int.MaxValue × 2 = −2.";

    /// <summary>(R, +, ×, 0, 1): correlation. Integers: modulo 2^32 and 2^64.</summary>
    public static SemiringSpecification PlusTimes { get; } =
        Row(
            nameof(PlusTimes),
            "plus-times",
            "+",
            "×",
            0,
            1,
            "R, Z mod 2^32, Z mod 2^64",
            new SemiringElementRows("plus-times", A + B, A * B)
                .Reals(Carrier.Reals, 0, 1)
                .Integers(0, 1)
                .NoBooleans("1 + 1 is no boolean: use or-and to ask whether there is a path, xor-and for the parity of paths.")
                .NoWords(WordIsLong)
        ) with
        {
            FusesProducts = true,
        };

    /// <summary>(R ∪ {−∞}, max, +, −∞, 0): selection, longest paths; adding a bias is its ⊗, ReLU its ⊕ with One.</summary>
    public static SemiringSpecification MaxPlus { get; } =
        Row(
            nameof(MaxPlus),
            "max-plus",
            "max",
            "+",
            -Infinity,
            0,
            "R ∪ {−∞}",
            new SemiringElementRows("max-plus", Max(A, B), A + B)
                .Reals(Carrier.RealsAndNegativeInfinity, -Infinity, 0)
                .NoIntegers(MaxPlusWraps)
                .NoBooleans(HoldsNumbers)
                .NoWords(HoldsNumbers)
        );

    /// <summary>(R ∪ {+∞}, min, +, +∞, 0): shortest paths.</summary>
    public static SemiringSpecification MinPlus { get; } =
        Row(
            nameof(MinPlus),
            "min-plus",
            "min",
            "+",
            Infinity,
            0,
            "R ∪ {∞}",
            new SemiringElementRows("min-plus", Min(A, B), A + B)
                .Reals(Carrier.RealsAndPositiveInfinity, Infinity, 0)
                .NoIntegers(MinPlusWraps)
                .NoBooleans(HoldsNumbers)
                .NoWords(HoldsNumbers)
        );

    /// <summary>(R≥0, max, ×, 0, 1): most reliable paths.</summary>
    public static SemiringSpecification MaxTimes { get; } =
        Row(
            nameof(MaxTimes),
            "max-times",
            "max",
            "×",
            0,
            1,
            "R≥0",
            new SemiringElementRows("max-times", Max(A, B), A * B)
                .Reals(Carrier.NonNegativeReals, 0, 1)
                .NoIntegers(TimesWraps)
                .NoBooleans(HoldsNumbers)
                .NoWords(HoldsNumbers)
        );

    /// <summary>(R&gt;0 ∪ {+∞}, min, ×, +∞, 1): least products.</summary>
    public static SemiringSpecification MinTimes { get; } =
        Row(
            nameof(MinTimes),
            "min-times",
            "min",
            "×",
            Infinity,
            1,
            "R>0 ∪ {∞}",
            new SemiringElementRows("min-times", Min(A, B), A * B)
                .Reals(Carrier.PositiveRealsAndInfinity, Infinity, 1)
                .NoIntegers(TimesWrapsNoInfinity)
                .NoBooleans(HoldsNumbers)
                .NoWords(HoldsNumbers)
        );

    /// <summary>(R ∪ {±∞}, max, min, −∞, +∞): widest paths. Integers: their least and greatest value are the identities.</summary>
    public static SemiringSpecification MaxMin { get; } =
        Row(
            nameof(MaxMin),
            "max-min",
            "max",
            "min",
            -Infinity,
            Infinity,
            "R ∪ {±∞}",
            new SemiringElementRows("max-min", Max(A, B), Min(A, B))
                .Reals(Carrier.ExtendedReals, -Infinity, Infinity)
                .Int32(int.MinValue, int.MaxValue)
                .Int64(long.MinValue, long.MaxValue)
                .NoBooleans("On booleans it is or-and.")
                .NoWords(WordIsNoChain)
        );

    /// <summary>(R ∪ {±∞}, min, max, +∞, −∞): paths whose largest edge is least.</summary>
    public static SemiringSpecification MinMax { get; } =
        Row(
            nameof(MinMax),
            "min-max",
            "min",
            "max",
            Infinity,
            -Infinity,
            "R ∪ {±∞}",
            new SemiringElementRows("min-max", Min(A, B), Max(A, B))
                .Reals(Carrier.ExtendedReals, Infinity, -Infinity)
                .Int32(int.MaxValue, int.MinValue)
                .Int64(long.MaxValue, long.MinValue)
                .NoBooleans("On booleans it is and-or: or-and with every value negated.")
                .NoWords(WordIsNoChain)
        );

    /// <summary>(bool, ∨, ∧, false, true): reachability; as words, 64 items at once.</summary>
    public static SemiringSpecification OrAnd { get; } =
        Row(
            nameof(OrAnd),
            "or-and",
            "∨",
            "∧",
            0,
            1,
            "bool",
            new SemiringElementRows("or-and", A | B, A & B)
                .NoReals(HoldsBits)
                .NoIntegers("The bits of an integer are union-intersection.")
                .Booleans()
                .Words()
        );

    /// <summary>(GF(2), ^, &amp;, 0, all ones), bit by bit: the parity of paths.</summary>
    public static SemiringSpecification XorAnd { get; } =
        Row(
            nameof(XorAnd),
            "xor-and",
            "^",
            "&",
            0,
            -1,
            "GF(2), bitwise on words",
            new SemiringElementRows("xor-and", A ^ B, A & B).NoReals(HoldsBits).Integers(0, -1).Booleans().Words()
        );

    /// <summary>(bit sets, |, &amp;, 0, all ones): sets of labels along paths.</summary>
    public static SemiringSpecification UnionIntersection { get; } =
        Row(
            nameof(UnionIntersection),
            "union-intersection",
            "|",
            "&",
            0,
            -1,
            "bit sets",
            new SemiringElementRows("union-intersection", A | B, A & B)
                .NoReals(HoldsBits)
                .Integers(0, -1)
                .NoBooleans("A bool holds one bit: that is or-and.")
                .Words()
        );

    /// <summary>(R ∪ {−∞}, log(e^a + e^b), +, −∞, 0): sums of probabilities in logarithms.</summary>
    public static SemiringSpecification Log { get; } =
        Row(
            nameof(Log),
            "log",
            "log(e^a + e^b)",
            "+",
            -Infinity,
            0,
            "R ∪ {−∞}",
            new SemiringElementRows("log", Log(Exp(A) + Exp(B)), A + B)
                .Reals(Carrier.RealsAndNegativeInfinity, -Infinity, 0)
                .NoIntegers("Logarithms are no integers.")
                .NoBooleans(HoldsNumbers)
                .NoWords(HoldsNumbers)
        );

    /// <summary>All rows.</summary>
    public static IReadOnlyList<SemiringSpecification> All { get; } =
    [PlusTimes, MaxPlus, MinPlus, MaxTimes, MinTimes, MaxMin, MinMax, OrAnd, XorAnd, UnionIntersection, Log];

    /// <summary>Finds a row by its name.</summary>
    /// <param name="name">The name in lower case, such as <c>max-plus</c>.</param>
    /// <param name="semiring">The row; null on failure.</param>
    public static bool TryGet(string? name, [NotNullWhen(true)] out SemiringSpecification? semiring)
    {
        semiring = All.FirstOrDefault(row => row.Name == name);
        return semiring is not null;
    }

    /// <summary>Finds a row by the type that is the semiring.</summary>
    /// <param name="metadataName">Metadata name with namespace, such as <c>SparseDnn.MaxPlus</c>.</param>
    /// <param name="assembly">Simple name of the type's assembly: a type of the same name elsewhere is another semiring.</param>
    /// <param name="semiring">The row; null on failure.</param>
    public static bool TryGetByType(string? metadataName, string? assembly, [NotNullWhen(true)] out SemiringSpecification? semiring)
    {
        semiring = assembly == Assembly ? All.FirstOrDefault(row => row.TypeName == "global::" + metadataName) : null;
        return semiring is not null;
    }

    private static SemiringSpecification Row(
        string typeName,
        string name,
        string add,
        string multiply,
        double zero,
        double one,
        string carrier,
        SemiringElement[] elements
    ) =>
        new(name, add, multiply, zero, one)
        {
            TypeName = $"global::{Assembly}.{typeName}",
            Carrier = carrier,
            Elements = new(elements),
        };
}
