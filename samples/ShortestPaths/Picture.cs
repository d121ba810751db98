using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace SparseDnn.Samples.ShortestPaths;

/// <summary>The town as an SVG: streets, distances as colours of the crossings, one path.</summary>
public static class Picture
{
    private const int Step = 40;

    /// <summary>Draws.</summary>
    /// <param name="streets">The town.</param>
    /// <param name="distances">From the path's start.</param>
    /// <param name="path">Crossings from start to end.</param>
    public static string Draw(IReadOnlyList<Streets.Street> streets, ReadOnlySpan<float> distances, IReadOnlyList<int> path)
    {
        var size = (Streets.Side + 1) * Step;
        var farthest = 1f;
        foreach (var distance in distances)
            if (float.IsFinite(distance))
                farthest = Math.Max(farthest, distance);
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {size} {size}\" font-family=\"sans-serif\" font-size=\"9\">\n"
        );
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<title>Shortest path from crossing {path[0]} to {path[^1]}: {distances[path[^1]]}</title>\n<rect width=\"100%\" "
                + $"height=\"100%\" fill=\"#fff\"/>\n"
        );
        var bothWays = streets.Select(street => (street.From, street.To)).ToHashSet();
        foreach (var street in streets)
        {
            var twoWay = bothWays.Contains((street.To, street.From));
            if (twoWay && street.From > street.To)
                continue;
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line {Ends(street.From, street.To)} stroke=\"{(twoWay ? "#999" : "#c60")}\" "
                    + $"stroke-width=\"{10 - street.Length}\" stroke-opacity=\"0.5\"/>\n"
            );
        }

        for (var i = 1; i < path.Count; i++)
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<line {Ends(path[i - 1], path[i])} stroke=\"#06c\" stroke-width=\"6\" stroke-linecap=\"round\"/>\n"
            );
        for (var crossing = 0; crossing < distances.Length; crossing++)
        {
            var (x, y) = Position(crossing);
            var reached = float.IsFinite(distances[crossing]);
            var hue = reached ? (int)(120 - (120 * distances[crossing] / farthest)) : 0;
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<circle cx=\"{x}\" cy=\"{y}\" r=\"11\" fill=\"{(reached ? $"hsl({hue},70%,75%)" : "#eee")}\" stroke=\"#444\"/>"
            );
            svg.Append(
                CultureInfo.InvariantCulture,
                $"<text x=\"{x}\" y=\"{y + 3}\" text-anchor=\"middle\">{(reached ? distances[crossing] : "∞")}</text>\n"
            );
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static (int X, int Y) Position(int crossing) =>
        ((crossing % Streets.Side * Step) + Step, (crossing / Streets.Side * Step) + Step);

    private static string Ends(int from, int to)
    {
        var ((x1, y1), (x2, y2)) = (Position(from), Position(to));
        return FormattableString.Invariant($"x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\"");
    }
}
