namespace SparseDnn.Problems;

/// <remarks>SDNN2020 and on: precision where networks are called.</remarks>
internal static partial class ProblemKinds
{
    /// <summary>An input that another format rounds before the network sees it.</summary>
    public static readonly ProblemKind RoundedInput = Info(
        "SDNN2020",
        Reporters.Inputs,
        "Input is rounded on its way",
        "The input {0} reaches '{1}' as {2}, because {3}; {4}"
    );

    /// <summary>An output compared with a number that its format does not hold.</summary>
    public static readonly ProblemKind UnequalConstant = Warning(
        "SDNN2021",
        Reporters.Comparisons,
        "Output can never equal this number",
        "{0} is no {1} value, so '{2}' never equals it; {3}"
    );

    /// <summary>Equality demanded of outputs that rounding may change.</summary>
    public static readonly ProblemKind UncertainEquality = Info(
        "SDNN2022",
        Reporters.Comparisons,
        "Equality of outputs that rounding may change",
        "'{0}' is compared for equality with a sum formed otherwise, but another order of terms may give other bits: {1}; use "
            + "fixture.Check, or {2}"
    );

    /// <summary>A tolerance that correct implementations may miss.</summary>
    public static readonly ProblemKind NarrowTolerance = Info(
        "SDNN2023",
        Reporters.Comparisons,
        "Tolerance below the derived bound",
        "The tolerance {0} is below {1}, which rounding may change '{2}' by {3}; use fixture.Check, or write the bound"
    );

    /// <summary>A tolerance that lets faults pass.</summary>
    public static readonly ProblemKind WideTolerance = Info(
        "SDNN2024",
        Reporters.Comparisons,
        "Tolerance far above the derived bound",
        "The tolerance {0} is {1} of what rounding may change '{2}' by {3}, so that faults pass; use fixture.Check, or write {4}"
    );
}
