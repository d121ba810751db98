using System;
using System.Diagnostics;
using System.Linq;
using Xunit;

namespace SparseDnn.Samples.Tests;

/// <summary>What a sample writes into the current folder must not end up in the repository.</summary>
public sealed class TopLevelTests
{
    private static readonly string[] Known =
    [
        ".ci",
        ".editorconfig",
        ".gitattributes",
        ".gitignore",
        "CHANGELOG.md",
        "Directory.Build.props",
        "Directory.Packages.props",
        "LICENSE",
        "README.md",
        "SparseDnn.Gen.sln",
        "analyzers",
        "docs",
        "generators",
        "global.json",
        "samples",
        "src",
        "tests",
    ];

    [Fact]
    public void TheTopLevelIsFixed()
    {
        using var process = Process.Start(
            new ProcessStartInfo("git", ["ls-files", "--full-name", ":/"])
            {
                RedirectStandardOutput = true,
                WorkingDirectory = AppContext.BaseDirectory,
            }
        )!;
        var files = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.SkipUnless(process.ExitCode == 0, "This is no git checkout.");
        Assert.Empty(files.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(file => file.Split('/')[0]).Distinct().Except(Known));
    }
}
