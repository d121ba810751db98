namespace SparseDnn.Problems;

/// <remarks>SDNN1xxx: semirings, declared and used.</remarks>
public static partial class ProblemKinds
{
    /// <summary>A declared semiring breaks a law.</summary>
    public static readonly ProblemKind BrokenLaw = Error("SDNN1001", "Not a semiring",
        "'{0}' is no semiring over {1}: \"{2}\"; correct {3}, or declare the Carrier on which the law holds");

    /// <summary>Some laws could be tested only.</summary>
    public static readonly ProblemKind TestedLaws = Info("SDNN1002", "Laws of a semiring tested, not proved",
        "No counter-example was found to these laws of '{0}' over {1}, and no proof either: {2}; check that they hold");

    /// <summary>An operation has no vector form.</summary>
    public static readonly ProblemKind ScalarOperation = Info("SDNN1003", "Operation of a semiring runs item by item",
        "{0} of '{1}' runs item by item, not in vectors, because {2}; write it without that, or keep it where speed does not matter");

    /// <summary>A body cannot be read.</summary>
    public static readonly ProblemKind UnreadSemiring = Info("SDNN1004", "Laws of a semiring not checked",
        "The laws of '{0}' over {1} are not checked, because {2} cannot be read: {3}; write it as a formula of its operands, or check the laws yourself");

    /// <summary>The semiring's type is not partial.</summary>
    public static readonly ProblemKind SemiringNotPartial = Error("SDNN1005", "Semiring type is not partial",
        "'{0}' declares a semiring but is not partial, so no vector code can be added to it; add the modifier 'partial'");

    /// <summary>A type around a semiring is not partial.</summary>
    public static readonly ProblemKind SemiringContainerNotPartial = Error("SDNN1006", "Containing type of a semiring is not partial",
        "'{0}' contains the semiring '{1}' but is not partial, so no vector code can be added to it; add the modifier 'partial' to '{0}'");

    /// <summary>The type cannot be a semiring.</summary>
    public static readonly ProblemKind UnsupportedSemiringType = Error("SDNN1007", "Type cannot be a semiring",
        "'{0}' cannot be a semiring because it is {1}; declare it as a 'readonly partial struct' without type parameters");

    /// <summary>The type does not implement ISemiring usably.</summary>
    public static readonly ProblemKind SemiringInterface = Error("SDNN1008", "Semiring without a usable interface",
        "'{0}' {1}; declare it as 'ISemiring<{0}, T>' with T one of float, double, int, long, bool, ulong");

    /// <summary>The carrier holds no value.</summary>
    public static readonly ProblemKind EmptyCarrier = Error("SDNN1009", "Carrier without values",
        "The Carrier of '{0}' over {1} holds no value: its ends are \"{2}\" and \"{3}\"; write the lesser one first");

    /// <summary>A semiring has no such element format.</summary>
    public static readonly ProblemKind SemiringNotInFormat = Error("SDNN1010", "Semiring does not exist in the element format",
        "{0} does not exist in {1}: {2} {3}");

    /// <summary>A weight or bias that the semiring does not hold.</summary>
    public static readonly ProblemKind OutsideCarrier = Error("SDNN1011", "Value outside the carrier",
        "{0} {1} lies outside {2}, the carrier of {3}; use values of the carrier or another semiring");

    /// <summary>A number that the element format does not hold.</summary>
    public static readonly ProblemKind NotInFormat = Error("SDNN1012", "Not a value of the element format",
        "{0} {1} is no {2} value; {3}");

    /// <summary>Bias, activation or ceiling where no select step follows the sums.</summary>
    public static readonly ProblemKind NoSelectStep = Error("SDNN1013", "No select step",
        "{0} is given, but {1}; {2}");

    /// <summary>Two attributes name different semirings.</summary>
    public static readonly ProblemKind SemiringsContradict = Error("SDNN1014", "Semirings contradict each other",
        "Semiring is {0}, but [Oscillate] correlates over {1}; remove Semiring");

    /// <summary>A type that is no semiring.</summary>
    public static readonly ProblemKind NotASemiring = Error("SDNN1015", "Type is no semiring",
        "'{0}' is no semiring with kernels; use a built-in type such as MinPlus or a partial struct with [Semiring] that implements ISemiring<TSelf, T> for an element type");

    /// <summary>A semiring of several element formats, none of which is the default.</summary>
    public static readonly ProblemKind FormatNotGiven = Error("SDNN1016", "Element format not given",
        "{0} exists in {1}; write Format to say in which of them the network computes");
}
