using System;
using System.IO;
using System.Linq;
using SparseDnn.Testing;
using Xunit;

namespace SparseDnn.Analyzers.Tests;

/// <summary>What the README shows of the editor is what the pages show, which is what the code gives.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void View_IsThatOfPages()
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "README.md"));
        var shown = readme.Split("## In the editor\n```text\n")[1].Split("```")[0];
        var pages = Directory
            .GetFiles(Path.Combine(RepositoryFiles.Root, "docs", "diagnostics"), "SDNN*.md")
            .Select(path => File.ReadAllText(path).Split("## What you see\n```text\n")[1].Split("```")[0])
            .ToArray();
        foreach (var page in pages)
            shown = shown.Replace(page, "", StringComparison.Ordinal);
        Assert.Equal("", shown);
    }
}
