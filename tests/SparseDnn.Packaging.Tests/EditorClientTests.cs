using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace SparseDnn.Packaging.Tests;

/// <summary>The clients that stand for editors here apply the packed fixes and report the packed diagnostics.</summary>
public sealed partial class EditorClientTests(Package package)
{
    private const string RoslynatorVersion = "1.0.1";

    /// <summary>One faulty declaration for each code fix, and what becomes of it.</summary>
    private static readonly (string Id, string Before, string After)[] Fixes =
    [
        (
            "SDNN0001",
            "[SparseNetwork(Inputs = 3)]\n[BandedLayer]\npublic static class NotPartial\n{\n}\n",
            "[SparseNetwork(Inputs = 3)]\n[BandedLayer]\npublic static partial class NotPartial\n{\n}\n"
        ),
        (
            "SDNN0005",
            "[SparseNetwork(Inputs = 4)]\n[RadixNet(Radices = new[] { 2, 4 })]\npublic static partial class Chained;\n",
            "[SparseNetwork(Inputs = 8)]\n[RadixNet(Radices = new[] { 2, 4 })]\npublic static partial class Chained;\n"
        ),
        (
            "SDNN0008",
            "[SparseNetwork(Inputs = 2)]\n[Layer(Outputs = 1, Edges = \"0 0 1; 1 0 1; 0 0 2\")]\npublic static partial class Twice;\n",
            "[SparseNetwork(Inputs = 2)]\n[Layer(Outputs = 1, Edges = \"0 0 1; 1 0 1\")]\npublic static partial class Twice;\n"
        ),
        (
            "SDNN0029",
            "[SparseNetwork(Inputs = 2)]\n[Layer(Outputs = 2, Edges = \"0 0 1; 1 0 0; 1 1 1\")]\npublic static partial class Zero;\n",
            "[SparseNetwork(Inputs = 2)]\n[Layer(Outputs = 2, Edges = \"0 0 1; 1 1 1\")]\npublic static partial class Zero;\n"
        ),
    ];

    /// <summary>Diagnostics whose fix is tried on the code of their page.</summary>
    private static readonly string[] OnPages = ["SDNN2023", "SDNN3003", "SDNN3004", "SDNN3005"];

    [Fact]
    public async Task Format_AppliesOneFixOfEachProvider()
    {
        var project = new ConsumerProject(package, "Formatted", isLibrary: true);
        foreach (var (id, before, _) in Fixes)
            project.Write($"{id}.cs", ConsumerProject.Header + Documented(before));
        foreach (var id in OnPages)
            project.Write($"{id}.cs", FromPage(id));
        string[] arguments = ["format", "analyzers", "--severity", "info", "--diagnostics", .. Fixes.Select(fix => fix.Id), .. OnPages];
        (await project.RunAsync("restore")).Require(success: true);
        (await project.RunAsync([.. arguments, "--no-restore"])).Require(success: true);
        foreach (var (id, _, after) in Fixes)
            Assert.Equal(ConsumerProject.Header + Documented(after), project.Read($"{id}.cs").ReplaceLineEndings("\n"));
        foreach (var id in OnPages)
        {
            Assert.NotEqual(FromPage(id), project.Read($"{id}.cs").ReplaceLineEndings("\n"));
            File.Delete(Path.Combine(project.Folder, $"{id}.cs")); // pages are no public API with documentation
        }

        (await project.BuildAsync()).Require(success: true);
    }

    [Fact]
    public async Task Roslynator_ReportsEachOfThem()
    {
        var tools = Path.Combine(package.Root, "tools");
        var environment = new Dictionary<string, string> { ["DOTNET_ROLL_FORWARD"] = "Major" };
        var install = await DotnetCommand.RunAsync(
            package.Root,
            environment,
            "tool",
            "install",
            "Roslynator.DotNet.Cli",
            "--version",
            RoslynatorVersion,
            "--tool-path",
            tools
        );
        var roslynator =
            install.ExitCode == 0
                ? Directory.GetFiles(tools, "Roslynator.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).LastOrDefault()
                : null;
        if (roslynator is null)
            Assert.Skip($"Roslynator {RoslynatorVersion} cannot be had here: {install.Output}");
        var project = new ConsumerProject(package, "Reported", isLibrary: true);
        foreach (var (id, before, _) in Fixes)
            project.Write($"{id}.cs", ConsumerProject.Header + Documented(before));
        (await project.RunAsync("restore")).Require(success: true);
        environment["NUGET_PACKAGES"] = project.PackageCache;
        string[] arguments =
        [
            roslynator,
            "analyze",
            Path.Combine(project.Folder, "Reported.csproj"),
            "--severity-level",
            "info",
            "--supported-diagnostics",
            .. Fixes.Select(fix => fix.Id),
        ];
        var report = await DotnetCommand.RunAsync(project.Folder, environment, arguments);
        foreach (var (id, _, _) in Fixes)
            Assert.True(
                report.Output.Contains($"{id}.cs", StringComparison.Ordinal) && report.Output.Contains($" {id}", StringComparison.Ordinal),
                $"{id} is not in:\n{report.Output}"
            );
    }

    // The code in a namespace of its own, behind its using directives.
    private static string FromPage(string id)
    {
        var page = File.ReadAllText(Path.Combine(Package.RepositoryRoot(), "docs", "diagnostics", id + ".md")).ReplaceLineEndings("\n");
        var lines = Faulty().Match(page).Groups[1].Value.TrimStart('\n').Split('\n');
        return string.Join(
            "\n",
            [
                "using SparseDnn;",
                .. lines.TakeWhile(line => line.StartsWith("using ", StringComparison.Ordinal)),
                "",
                $"namespace Of{id};",
                .. lines.SkipWhile(line => line.StartsWith("using ", StringComparison.Ordinal)),
            ]
        );
    }

    [GeneratedRegex("## Code with the fault\n```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Faulty();

    private static string Documented(string source) => "/// <summary>A network.</summary>\n" + source;
}
