using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace SparseDnn.Testing;

/// <summary>
/// Text in which <c>[|…|]</c> marks an expected diagnostic of the test's own id and <c>{|SDNN0005:…|}</c> one of another.
/// </summary>
/// <param name="Text">The text without marks.</param>
/// <param name="Spans">What was marked; the id is null for <c>[|…|]</c>.</param>
public sealed record Markup(string Text, ImmutableArray<(string? Id, TextSpan Span)> Spans)
{
    /// <summary>Reads marked text; marks may nest but not overlap.</summary>
    /// <param name="marked">The marked text.</param>
    public static Markup Parse(string marked)
    {
        var text = new StringBuilder();
        var open = new Stack<(string? Id, string Close, int Start)>();
        var spans = ImmutableArray.CreateBuilder<(string?, TextSpan)>();
        for (var i = 0; i < marked.Length; i++)
        {
            if (At("[|"))
            {
                open.Push((null, "|]", text.Length));
                i++;
            }
            else if (At("{|"))
            {
                var colon = marked.IndexOf(':', i);
                open.Push((marked[(i + 2)..colon], "|}", text.Length));
                i = colon;
            }
            else if (open.Count > 0 && At(open.Peek().Close))
            {
                var (id, _, start) = open.Pop();
                spans.Add((id, TextSpan.FromBounds(start, text.Length)));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }

            bool At(string mark) => string.CompareOrdinal(marked, i, mark, 0, mark.Length) == 0;
        }

        if (open.Count > 0)
            throw new ArgumentException($"A mark is not closed: {marked}", nameof(marked));
        return new Markup(text.ToString(), [.. spans.OrderBy(span => span.Item2.Start)]);
    }
}
