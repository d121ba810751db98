using System;
using System.IO;
using System.Numerics;
using SparseDnn.Samples.Reachability;

const string Usage = """
    Reachability over or-and: 64 sources a word, checked against breadth-first search.
      --draw FILE  write the web as a pattern file and stop
      --help       this text
    """;

switch (args)
{
    case []:
        break;
    case ["--help" or "-h"]:
        Console.WriteLine(Usage);
        return 0;
    case ["--draw", var file]:
        File.WriteAllText(file, Links.ToMatrixMarket());
        Console.WriteLine($"Wrote {file}.");
        return 0;
    default:
        Console.Error.WriteLine($"'{string.Join(' ', args)}' is not an option.{Environment.NewLine}{Usage}");
        return 2;
}

var links = Links.Draw();
Console.WriteLine(Web.Description);

// Bit s of word item i is the source 64 i + s; a source reaches itself.
const int Words = Links.Pages / 64;
var sources = new ulong[Words * Web.Inputs];
for (var source = 0; source < Links.Pages; source++)
    sources[(source / 64 * Web.Inputs) + source] |= 1ul << (source % 64);
var reached = new ulong[Words * Web.Outputs];
Web.InferBatch(sources, reached, Words);

long pairs = 0,
    wrong = 0;
for (var source = 0; source < Links.Pages; source++)
{
    var expected = BreadthFirst.Reached(links, source);
    for (var page = 0; page < Links.Pages; page++)
        if (((reached[(source / 64 * Web.Outputs) + page] >> (source % 64)) & 1) != 0 != expected[page])
            wrong++;
}

foreach (var word in reached)
    pairs += BitOperations.PopCount(word);
Console.WriteLine($"{pairs} of {(long)Links.Pages * Links.Pages} pairs of pages are joined by a walk of at most {Web.Clicks} clicks.");
Console.WriteLine(wrong == 0 ? "All equal breadth-first search." : $"{wrong} pairs differ from breadth-first search.");
return wrong == 0 ? 0 : 1;
