using System;
using System.IO;
using System.Linq;
using System.Text.Json;
using SparseDnn.Algebra;
using SparseDnn.Numerics;
using Xunit;

namespace SparseDnn.Core.Tests.Exact;

/// <summary>docs/test-vectors.md names every format, array type and semiring that the code knows.</summary>
public sealed class VectorPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Root(), "docs", "test-vectors.md"));

    [Fact]
    public void TheSchemaListsWhatTheReaderAccepts()
    {
        var start = Page.LastIndexOf("```json", StringComparison.Ordinal) + "```json".Length;
        var schema = JsonDocument.Parse(Page[start..Page.LastIndexOf("```", StringComparison.Ordinal)]).RootElement;
        var definitions = schema.GetProperty("$defs");
        Assert.Equal(
            StorageFormats.BaseNames.Order(),
            Names(definitions.GetProperty("format").GetProperty("anyOf")[0].GetProperty("enum")).Order()
        );
        Assert.Equal(
            KnownSemirings.All.Select(row => row.Name),
            Names(definitions.GetProperty("layer").GetProperty("properties").GetProperty("semiring").GetProperty("enum"))
        );
        var example = JsonDocument
            .Parse(
                Page[
                    (Page.IndexOf("```json", StringComparison.Ordinal) + 7)..Page.IndexOf(
                        "```\n\n## What a layer",
                        StringComparison.Ordinal
                    )
                ]
            )
            .RootElement;
        Assert.Subset(
            schema.GetProperty("properties").EnumerateObject().Select(member => member.Name).ToHashSet(),
            example.EnumerateObject().Select(member => member.Name).ToHashSet()
        );
    }

    [Fact]
    public void TheTableHasTheArrayTypeOfEveryFormat()
    {
        foreach (var name in StorageFormats.BaseNames)
        {
            Assert.True(StorageFormats.TryParse(name, out var format));
            var row = Page.Split('\n')
                .Single(line => line.StartsWith('|') && line.Contains($"`{name}`", StringComparison.Ordinal))
                .Replace("\\|", "¦")
                .Split('|');
            var index = Array.IndexOf(row[1].Split('`').Where((_, i) => i % 2 == 1).Where(word => word != "scale").ToArray(), name);
            var types = row[2].Split('`').Where((_, i) => i % 2 == 1).ToArray();
            Assert.Equal(format!.DType, types[Math.Min(index, types.Length - 1)].Replace('¦', '|'));
        }
    }

    private static string[] Names(JsonElement array) => array.EnumerateArray().Select(element => element.GetString()!).ToArray();

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SparseDnn.Gen.sln")))
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside the repository.");
        return folder;
    }
}
