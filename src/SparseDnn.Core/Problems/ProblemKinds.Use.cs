namespace SparseDnn.Problems;

/// <remarks>SDNN3xxx: code that calls networks and fixtures.</remarks>
internal static partial class ProblemKinds
{
    /// <summary>A span whose length a call refuses.</summary>
    public static readonly ProblemKind WrongLength = Warning(
        "SDNN3001",
        Reporters.Calls,
        "Span of the wrong length",
        "'{0}' has {1} elements but {2}, so the call throws; give it {3}"
    );

    /// <summary>Inputs and outputs that share memory.</summary>
    public static readonly ProblemKind OverlappingSpans = Warning(
        "SDNN3002",
        Reporters.Calls,
        "Input and output overlap",
        "The outputs '{0}' overlap the inputs '{1}', so the call of {2} throws; give the outputs memory of their own"
    );

    /// <summary>A loop that computes one item a turn.</summary>
    public static readonly ProblemKind BatchLoop = Info(
        "SDNN3003",
        Reporters.Loops,
        "Items computed one by one",
        "The loop computes the items of '{0}' one by one; make one call of {1}, which computes many items a register and uses all cores"
    );

    /// <summary>A buffer that is made in every turn of a loop.</summary>
    public static readonly ProblemKind AllocationInLoop = Info(
        "SDNN3004",
        Reporters.Loops,
        "Output buffer made in every turn of a loop",
        "'{0}' is made anew in every turn of the loop but always has {1} elements and never leaves it; make it once before the loop"
    );

    /// <summary>A result that says whether something is right, and that nobody reads.</summary>
    public static readonly ProblemKind IgnoredResult = Warning(
        "SDNN3005",
        Reporters.Results,
        "Result is ignored",
        "What {0} returns is ignored: {1}; {2}"
    );

    /// <summary>Fixtures that nothing reads in a project with tests.</summary>
    public static readonly ProblemKind UnusedFixtures = Info(
        "SDNN3006",
        Reporters.FixtureUses,
        "Fixtures are used by no test",
        "The fixtures '{0}' are used by no test of this project; write a test over '{0}.Cases' that calls Check, or remove the type"
    );
}
