using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace SparseDnn.Packaging.Tests;

/// <summary>What a child process printed and how it ended.</summary>
internal sealed record CommandResult(string Command, int ExitCode, string Output)
{
    // A generator that does not load or throws is a mere warning to compilers.
    private static readonly string[] LoadFailures = ["CS8784", "CS8785", "CS9057", "CS8032", "CS8034", "AD0001", "NU1"];

    /// <summary>The result, if the command ended as expected and all compiler extensions loaded.</summary>
    public CommandResult Require(bool success)
    {
        var failures = LoadFailures.Where(id => Output.Contains(id, StringComparison.Ordinal)).ToArray();
        if (ExitCode == 0 != success || failures.Length > 0)
            throw new InvalidOperationException($"{Command} ended with {ExitCode} {string.Join(" ", failures)}\n{Output}");
        return this;
    }
}

/// <summary>Runs the dotnet command as a user's shell would: without what the test host left in the environment.</summary>
internal static class DotnetCommand
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(8);
    private static readonly string[] InheritedPrefixes =
    [
        "MSBUILD",
        "VSTEST",
        "COR_",
        "CORECLR_",
        "NUGET_",
        "DOTNET_",
        "TESTINGPLATFORM_",
        "XUNIT_",
    ];

    public static async Task<CommandResult> RunAsync(
        string folder,
        IReadOnlyDictionary<string, string> environment,
        params string[] arguments
    )
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsInherited).ToArray())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment.Concat(Quiet))
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var command = $"dotnet {string.Join(" ", arguments)}";
        using var source = new CancellationTokenSource(Timeout);
        try
        {
            await process.WaitForExitAsync(source.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{command} did not end within {Timeout}.\n{await output}{await errors}");
        }

        return new CommandResult(command, process.ExitCode, await output + await errors);
    }

    // No server outlives the test and holds files of its folder.
    private static IEnumerable<KeyValuePair<string, string>> Quiet { get; } =
        new Dictionary<string, string>
        {
            ["MSBUILDDISABLENODEREUSE"] = "1",
            ["UseSharedCompilation"] = "false",
            ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
            ["DOTNET_NOLOGO"] = "1",
            ["DOTNET_CLI_UI_LANGUAGE"] = "en",
            ["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1",
        };

    private static bool IsInherited(string name) =>
        InheritedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        && !name.Equals("DOTNET_ROOT", StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("DOTNET_ROOT_", StringComparison.OrdinalIgnoreCase);
}
