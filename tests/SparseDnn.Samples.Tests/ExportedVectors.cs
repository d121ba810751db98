using System;
using System.IO;
using System.Threading.Tasks;
using Xunit;

namespace SparseDnn.Samples.Tests;

/// <summary>The folders that one run of samples/Fixtures writes.</summary>
public sealed class ExportedVectors : IAsyncLifetime
{
    /// <summary>The sample.</summary>
    public const string Program = "Fixtures.dll";

    /// <summary>Where the folders are.</summary>
    public string Folder { get; } = Path.Combine(Directory.CreateTempSubdirectory().FullName, "vectors");

    /// <summary>What the run printed.</summary>
    public string[] Table { get; private set; } = [];

    /// <summary>One folder.</summary>
    public string this[string name] => Path.Combine(Folder, name);

    public async ValueTask InitializeAsync()
    {
        var (code, output) = await Sample.Run(Program, "--export", Folder);
        Assert.True(code == 0, output);
        Table = output.Split('\n', StringSplitOptions.TrimEntries);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);
        return ValueTask.CompletedTask;
    }
}
