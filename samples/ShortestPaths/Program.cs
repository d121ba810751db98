using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SparseDnn;
using SparseDnn.Samples.ShortestPaths;

const string Usage = """
    Shortest paths over min-plus: all crossings of a town at once, checked against Dijkstra's algorithm.
      --svg FILE   write the picture there (default: shortest-paths.svg)
      --draw FILE  write the town as a weights file and stop
      --help       this text
    """;

string? drawing = null;
var picture = "shortest-paths.svg";
for (var i = 0; i < args.Length; i++)
{
    if (args[i] is "--help" or "-h")
    {
        Console.WriteLine(Usage);
        return 0;
    }

    if (args[i] is not ("--svg" or "--draw") || i + 1 == args.Length)
    {
        Console.Error.WriteLine($"'{args[i]}' is not an option, or its file name is missing.{Environment.NewLine}{Usage}");
        return 2;
    }

    if (args[i] == "--svg")
        picture = args[++i];
    else
        drawing = args[++i];
}

if (drawing is not null)
{
    File.WriteAllText(drawing, Streets.ToMatrixMarket());
    Console.WriteLine($"Wrote {drawing}.");
    return 0;
}

var streets = Streets.Draw();
Console.WriteLine(Town.Description);

// One item a source: its distance to itself is One, everything else is absent, that is Zero = +∞.
var distances = new float[Streets.Crossings * Town.Outputs];
var sources = new float[Streets.Crossings * Town.Inputs];
Array.Fill(sources, Town.Network.Zero);
for (var source = 0; source < Streets.Crossings; source++)
    sources[(source * Town.Inputs) + source] = MinPlus.One;
Town.InferBatch(sources, distances, Streets.Crossings);

var wrong = 0;
for (var source = 0; source < Streets.Crossings; source++)
{
    var expected = Dijkstra.Distances(streets, source);
    wrong += expected.Where((distance, crossing) => distance != distances[(source * Town.Outputs) + crossing]).Count();
}

Console.WriteLine(
    wrong == 0 ? $"All {distances.Length} distances equal Dijkstra's." : $"{wrong} of {distances.Length} distances differ from Dijkstra's."
);

var from = distances.AsSpan(0, Town.Outputs);
var path = Path(from, streets, Streets.Crossings - 1);
Console.WriteLine($"From crossing 0 to {path[^1]}: {from[path[^1]]} over {path.Count - 1} streets: {string.Join(" → ", path)}");
File.WriteAllText(picture, Picture.Draw(streets, from, path));
Console.WriteLine($"Wrote {picture}.");
return wrong == 0 ? 0 : 1;

// Walks back from the end: a street is on a shortest path where its length makes up the difference of the distances.
static List<int> Path([Of<MinPlus>] ReadOnlySpan<float> distances, IReadOnlyList<Streets.Street> streets, int end)
{
    var path = new List<int> { end };
    while (distances[path[^1]] != MinPlus.One)
    {
        var to = path[^1];
        var next = -1;
        foreach (var street in streets)
            if (street.To == to && distances[street.From] + street.Length == distances[to])
                next = street.From;
        if (next < 0)
            break;
        path.Add(next);
    }

    path.Reverse();
    return path;
}
