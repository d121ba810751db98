using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SparseDnn.CodeFixes;

/// <summary>Blanks around what a fix adds.</summary>
internal static class Placement
{
    /// <summary>
    /// A statement or member as it stands after another one: on a line of its own where that is on one, with the same indentation.
    /// </summary>
    /// <typeparam name="T">What is added.</typeparam>
    /// <param name="added">What is added.</param>
    /// <param name="before">What it comes after.</param>
    public static T After<T>(T added, SyntaxNode before)
        where T : SyntaxNode
    {
        var ending = before.GetTrailingTrivia();
        var isOnItsOwnLine = ending.Any(SyntaxKind.EndOfLineTrivia);
        var indentation = before.GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        return added
            .WithLeadingTrivia(
                isOnItsOwnLine && !indentation.IsKind(SyntaxKind.None) ? SyntaxFactory.TriviaList(indentation) : SyntaxFactory.TriviaList()
            )
            .WithTrailingTrivia(isOnItsOwnLine ? ending.Last(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) : SyntaxFactory.Space);
    }
}
