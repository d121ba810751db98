namespace SparseDnn.Problems;

/// <summary>A kind of finding: what a diagnostic descriptor is made from, and what an exception message is made from.</summary>
/// <param name="Id">Stable identifier, SDNN and four digits.</param>
/// <param name="Title">A few words, no arguments.</param>
/// <param name="MessageFormat">Composite format string of the message: what, where, the offending value, the remedy.</param>
/// <param name="Severity">Default severity.</param>
/// <param name="Reporters">The analyzers that may report it.</param>
internal sealed record ProblemKind(string Id, string Title, string MessageFormat, ProblemSeverity Severity, Reporters Reporters);
