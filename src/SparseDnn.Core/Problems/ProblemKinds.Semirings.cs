namespace SparseDnn.Problems;

/// <remarks>SDNN1xxx: semirings, declared and used.</remarks>
internal static partial class ProblemKinds
{
    /// <summary>A declared semiring breaks a law.</summary>
    public static readonly ProblemKind BrokenLaw = Error(
        "SDNN1001",
        Reporters.Semirings,
        "Not a semiring",
        "'{0}' is no semiring over {1}: \"{2}\"; correct {3}, or declare the Carrier on which the law holds"
    );

    /// <summary>Some laws could be tested only.</summary>
    public static readonly ProblemKind TestedLaws = Info(
        "SDNN1002",
        Reporters.Semirings,
        "Laws of a semiring tested, not proved",
        "No counter-example was found to these laws of '{0}' over {1}, and no proof either: {2}; check that they hold"
    );

    /// <summary>An operation has no vector form.</summary>
    public static readonly ProblemKind ScalarOperation = Info(
        "SDNN1003",
        Reporters.Semirings,
        "Operation of a semiring runs item by item",
        "{0} of '{1}' runs item by item, not in vectors, because {2}; write it without that, or keep it where speed does not matter"
    );

    /// <summary>A body cannot be read.</summary>
    public static readonly ProblemKind UnreadSemiring = Info(
        "SDNN1004",
        Reporters.Semirings,
        "Laws of a semiring not checked",
        "The laws of '{0}' over {1} are not checked, because {2} cannot be read: {3}; write it as a formula of its operands, "
            + "or check the laws yourself"
    );

    /// <summary>The semiring's type is not partial.</summary>
    public static readonly ProblemKind SemiringNotPartial = Error(
        "SDNN1005",
        Reporters.Semirings,
        "Semiring type is not partial",
        "'{0}' declares a semiring but is not partial, so no vector code can be added to it; add the modifier 'partial'"
    );

    /// <summary>A type around a semiring is not partial.</summary>
    public static readonly ProblemKind SemiringContainerNotPartial = Error(
        "SDNN1006",
        Reporters.Semirings,
        "Containing type of a semiring is not partial",
        "'{0}' contains the semiring '{1}' but is not partial, so no vector code can be added to it; add the modifier 'partial' to '{0}'"
    );

    /// <summary>The type cannot be a semiring.</summary>
    public static readonly ProblemKind UnsupportedSemiringType = Error(
        "SDNN1007",
        Reporters.Semirings,
        "Type cannot be a semiring",
        "'{0}' cannot be a semiring because it is {1}; declare it as a 'readonly partial struct' without type parameters"
    );

    /// <summary>The type does not implement ISemiring usably.</summary>
    public static readonly ProblemKind SemiringInterface = Error(
        "SDNN1008",
        Reporters.Semirings,
        "Semiring without a usable interface",
        "'{0}' {1}; declare it as 'ISemiring<{0}, T>' with T one of float, double, int, long, bool, ulong"
    );

    /// <summary>The carrier holds no value.</summary>
    public static readonly ProblemKind EmptyCarrier = Error(
        "SDNN1009",
        Reporters.Semirings,
        "Carrier without values",
        "The Carrier of '{0}' over {1} holds no value: its ends are \"{2}\" and \"{3}\"; write the lesser one first"
    );

    /// <summary>A semiring has no such element format.</summary>
    public static readonly ProblemKind SemiringNotInFormat = Error(
        "SDNN1010",
        Reporters.Networks | Reporters.Fixtures,
        "Semiring does not exist in the element format",
        "{0} does not exist in {1}: {2} {3}"
    );

    /// <summary>A weight or bias that the semiring does not hold.</summary>
    public static readonly ProblemKind OutsideCarrier = Error(
        "SDNN1011",
        Reporters.Networks,
        "Value outside the carrier",
        "{0} {1} lies outside {2}, the carrier of {3}; use values of the carrier or another semiring"
    );

    /// <summary>A number that the element format does not hold.</summary>
    public static readonly ProblemKind NotInFormat = Error(
        "SDNN1012",
        Reporters.Networks,
        "Not a value of the element format",
        "{0} {1} is no {2} value; {3}"
    );

    /// <summary>Bias, activation or ceiling where no epilogue follows the sums.</summary>
    public static readonly ProblemKind NoEpilogue = Error("SDNN1013", Reporters.Networks, "No epilogue", "{0} is given, but {1}; {2}");

    /// <summary>Two attributes name different semirings.</summary>
    public static readonly ProblemKind SemiringsContradict = Error(
        "SDNN1014",
        Reporters.Networks,
        "Semirings contradict each other",
        "Semiring is {0}, but [Oscillate] correlates over {1}; remove Semiring"
    );

    /// <summary>A type that is no semiring.</summary>
    public static readonly ProblemKind NotASemiring = Error(
        "SDNN1015",
        Reporters.Networks,
        "Type is no semiring",
        "'{0}' is no semiring with kernels; use a built-in type such as MinPlus or a partial struct with [Semiring] that "
            + "implements ISemiring<TSelf, T> for an element type"
    );

    /// <summary>A semiring of several element formats, none of which is the default.</summary>
    public static readonly ProblemKind FormatNotGiven = Error(
        "SDNN1016",
        Reporters.Networks,
        "Element format not given",
        "{0} exists in {1}; write Format to say in which of them the network computes"
    );

    /// <summary>An operation that the semiring of its operands does not have.</summary>
    public static readonly ProblemKind OrdinaryArithmetic = Warning(
        "SDNN1017",
        Reporters.SemiringValues,
        "Ordinary arithmetic on semiring values",
        "\"{0}\" is ordinary arithmetic on values of {1}, whose ⊕ is \"{2}\" and whose ⊗ is \"{3}\"; write {4}"
    );

    /// <summary>A sum where + is ⊗.</summary>
    public static readonly ProblemKind SumIsProduct = Info(
        "SDNN1018",
        Reporters.SemiringValues,
        "Sum of values whose + is ⊗",
        "\"{0}\" joins values of {1} by +, which is their ⊗ (one path through all of them), and begins with 0, their One; "
            + "write {2} if their ⊕ is meant, or keep it if ⊗ is"
    );

    /// <summary>A comparison with 0 where 0 is not Zero.</summary>
    public static readonly ProblemKind ComparedWithZero = Info(
        "SDNN1019",
        Reporters.SemiringValues,
        "Comparison of semiring values with 0",
        "\"{0}\" compares a value of {1} with 0, which is {2}, while an absent value is {3}.Zero; write {4}"
    );

    /// <summary>Values of two semirings meet.</summary>
    public static readonly ProblemKind MixedSemirings = Warning(
        "SDNN1020",
        Reporters.SemiringValues,
        "Values of two semirings mixed",
        "\"{0}\" is a value of {1}, but {2} {3}; give both one semiring, or make the crossing a method of its own"
    );

    /// <summary>Memory filled with 0 where Zero is not 0.</summary>
    public static readonly ProblemKind ZeroFilled = Warning(
        "SDNN1021",
        Reporters.SemiringValues,
        "Buffer filled with 0 instead of Zero",
        "\"{0}\" gives 0 for values of {1}, which is {2}, not their Zero (an absent value); {3}"
    );

    /// <summary>A subtraction or division that undoes neither operation.</summary>
    public static readonly ProblemKind NoInverse = Warning(
        "SDNN1022",
        Reporters.SemiringValues,
        "Inverse that the semiring does not have",
        "\"{0}\" has no meaning on values of {1}: neither its ⊕, \"{2}\", nor its ⊗, \"{3}\", is undone by '{4}'; keep the "
            + "operands and compute again without one of them"
    );

    /// <summary>ReLU or a ceiling on values over which it is no epilogue.</summary>
    public static readonly ProblemKind EpilogueOnValues = Warning(
        "SDNN1023",
        Reporters.SemiringValues,
        "ReLU or ceiling over another semiring",
        "\"{0}\" is {1}, an epilogue over {2}, but its operand is a value of {3}, whose ⊕ is \"{4}\" and whose One is {5}; "
            + "use a pair [Oscillate(…, typeof({6}))], or remove it"
    );

    /// <summary>A declared ReLU or ceiling that the select semiring does not compute.</summary>
    public static readonly ProblemKind SelectNotReLU = Warning(
        "SDNN1024",
        Reporters.Networks,
        "Declared activation is not that of the select semiring",
        "{0} is given, but over the select semiring {1} the step computes {2}, not {3}; write [Oscillate({4}, "
            + "typeof(MaxPlus))], or remove {0}"
    );

    /// <summary>Neurons without a sum that a positive bias reaches in one mode only.</summary>
    public static readonly ProblemKind BiasModeNotGiven = Warning(
        "SDNN1025",
        Reporters.Networks,
        "Bias of absent sums, mode not written",
        "In {0} no sum ever reaches {1}, and the bias is positive: the output is {2} where BiasMode is Dense, as it is now, "
            + "and 0 where it is NonzeroSums; write BiasMode to say which is meant"
    );

    /// <summary>A reduction in an order that is not fixed, over a ⊕ that rounds.</summary>
    public static readonly ProblemKind ReorderedReduction = Warning(
        "SDNN1026",
        Reporters.SemiringValues,
        "Reduction in no fixed order over a rounding ⊕",
        "{0} joins values of {1} by ⊕ in an order that {2}, and ⊕ rounds in {3}, so the bits may differ from run to run or "
            + "machine to machine; add in a fixed order, or use a network, whose order is part of its plan"
    );

    /// <summary>A mark that names no semiring of such elements.</summary>
    public static readonly ProblemKind MarkDoesNotFit = Warning(
        "SDNN1027",
        Reporters.SemiringValues,
        "Mark names no semiring of these values",
        "[Of<{0}>] marks {1}, but {2}; use another semiring or another type"
    );

    /// <summary>An integer as identity that the operation takes past the end of the range.</summary>
    public static readonly ProblemKind IdentityOverflows = Error(
        "SDNN1028",
        Reporters.Semirings,
        "Identity overflows",
        "Zero of '{0}' over {1} is {2}, which stands for an infinity, but ⊗ wraps around at the end of the range: \"{3}\"; use "
            + "{4}, or saturate both operations ('int.CreateSaturating((long)a + b)') on a Carrier without negative numbers"
    );
}
