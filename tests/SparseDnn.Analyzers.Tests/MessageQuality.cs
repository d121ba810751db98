using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace SparseDnn.Analyzers.Tests;

/// <summary>What every message of ours has: no unfilled place, no culture-dependent sign, and a remedy.</summary>
internal static partial class MessageQuality
{
    public static bool IsHelpful(Diagnostic diagnostic)
    {
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        // What the user wrote is quoted and may be anything.
        var own = Quoted().Replace(message, "");
        return message.Length > 20
            && !message.EndsWith('.')
            && !Unfilled().IsMatch(own)
            && !own.Contains('\u2212')
            && Remedy().IsMatch(message);
    }

    [GeneratedRegex("'[^']*'|\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Unfilled();

    // Either an imperative or the condition to meet.
    [GeneratedRegex(
        @"\b(add|write|make|use|keep|rename|repeat|put|set|check|remove|correct|give|scale|leave|save|begin|load|declare|end|it is|"
            + @"is not negative|every [\w ]+ is at least|must lie|split|list|are whole numbers)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Remedy();
}
