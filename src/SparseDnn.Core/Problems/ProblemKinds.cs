using System;
using System.Collections.Generic;
using System.Linq;

namespace SparseDnn.Problems;

/// <summary>
/// Every kind of problem the stages can find, in one table. Descriptors, documentation and release notes are tested against it.
/// </summary>
internal static partial class ProblemKinds
{
    // Read on first use: the order in which the files of a partial class are initialised is not defined.
    private static readonly Lazy<IReadOnlyList<ProblemKind>> Table = new(() =>
        typeof(ProblemKinds)
            .GetFields()
            .Where(field => field.FieldType == typeof(ProblemKind))
            .Select(field => (ProblemKind)field.GetValue(null)!)
            .OrderBy(kind => kind.Id, StringComparer.Ordinal)
            .ToArray()
    );

    /// <summary>The format of kinds whose message is written whole by the stage that found it.</summary>
    public const string WholeMessage = "{0}";

    /// <summary>All kinds, by ascending id.</summary>
    public static IReadOnlyList<ProblemKind> All => Table.Value;

    private static ProblemKind Info(string id, Reporters reporters, string title, string message) =>
        new(id, title, message, ProblemSeverity.Info, reporters);

    private static ProblemKind Warning(string id, Reporters reporters, string title, string message) =>
        new(id, title, message, ProblemSeverity.Warning, reporters);

    private static ProblemKind Error(string id, Reporters reporters, string title, string message) =>
        new(id, title, message, ProblemSeverity.Error, reporters);

    // What is wrong with a text or with parameters that belong together is a sentence of the grammar or the formula that it breaks, with
    // the remedy in it; a frame around some hundred of them could only repeat the title.
    private static ProblemKind ErrorInWords(string id, Reporters reporters, string title) => Error(id, reporters, title, WholeMessage);
}
