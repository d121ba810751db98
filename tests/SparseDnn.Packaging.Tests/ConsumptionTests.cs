using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Xunit;

namespace SparseDnn.Packaging.Tests;

/// <summary>The packed file in new projects, restored from nothing but itself.</summary>
public sealed class ConsumptionTests(Package package)
{
    private const string SparseWeights = """<SparseWeights Include="w.mtx" />""";

    private const string Main = """
        using System;
        using System.Globalization;
        using Consumer;

        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var outputs = new float[4];
        Tiny.InferBatch([2, 0.5f, 8, 0, 0, 4], outputs, 2);
        Console.WriteLine(string.Join(" ", outputs));
        FromFile.Infer([3, 9, 4], outputs.AsSpan(0, 1));
        Console.WriteLine(outputs[0]);
        Console.WriteLine($"{Tiny.Inputs} {Tiny.Outputs} {FromFile.Edges} {Tiny.Description}");

        """;

    private const string Expected = "2.5 2 0.5 1\n4\n3 2 2 Tiny: 1 layer, 3 → 2 neurons, 3 edges, binary32, fused sums\n";

    [Fact]
    public async Task NewProject_BuildsGeneratesAndRuns()
    {
        var project = Sound("Works");
        Assert.Equal(Expected, await project.OutputAsync());
        // Nothing but the package itself was restored.
        var restored = Directory.GetDirectories(project.PackageCache).Select(Path.GetFileName);
        Assert.Equal(["sparsednn.gen"], restored);
    }

    [Fact]
    public async Task OlderFramework_UsesItsOwnLibrary()
    {
        var references = new[] { "microsoft.netcore.app.ref", "microsoft.aspnetcore.app.ref" }.SelectMany(ReferencePacks).ToArray();
        if (references.Length < 2)
            Assert.Skip("The reference assemblies of .NET 8 are not on this machine.");
        foreach (var file in references)
            File.Copy(file, Path.Combine(package.Feed, Path.GetFileName(file)), overwrite: true);
        var project = Sound("Older", "net8.0");
        try
        {
            Assert.Equal(Expected, await project.OutputAsync("net8.0"));
        }
        finally
        {
            foreach (var file in references)
                File.Delete(Path.Combine(package.Feed, Path.GetFileName(file)));
        }
    }

    [Fact]
    public async Task TypeWithoutPartial_IsReportedAndMendedByFormat()
    {
        var project = new ConsumerProject(package, "NotPartial")
            .Write("Network.cs", ConsumerProject.Header + ConsumerProject.Network.Replace(" partial", "", StringComparison.Ordinal))
            .Write("Program.cs", "System.Console.WriteLine(typeof(Consumer.Tiny).Name);\n");
        var failed = (await project.BuildAsync()).Require(success: false);
        Assert.Contains(
            "Network.cs(8,21): error SDNN0001: 'Tiny' declares a sparse network but is not partial",
            failed.Output,
            StringComparison.Ordinal
        );
        (await project.RunAsync("format", "analyzers", "--no-restore", "--diagnostics", "SDNN0001", "--severity", "error")).Require(
            success: true
        );
        Assert.Equal(
            ConsumerProject.Header + ConsumerProject.Network.ReplaceLineEndings("\n"),
            project.Read("Network.cs").ReplaceLineEndings("\n")
        );
        Assert.Equal("Tiny\n", await project.OutputAsync());
    }

    [Fact]
    public async Task MalformedWeights_AreReportedInTheFile()
    {
        var project = Sound("Malformed").Write("w.mtx", ConsumerProject.Weights.Replace("-0.5", "-0,5", StringComparison.Ordinal));
        var failed = (await project.BuildAsync()).Require(success: false);
        Assert.Contains(
            "w.mtx(4,5): error SDNN0007: '-0,5' is no number; write the decimal point as '.'",
            failed.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task BinaryWeights_AreCompiledIn_AndAgainWhenTheyChange()
    {
        var project = new ConsumerProject(package, "Binary", items: "<SparseWeights Include=\"w/*.npy\" />")
            .Write(
                "Network.cs",
                ConsumerProject.Header + ConsumerProject.NetworkFromFile.Replace("w.mtx", "w/one.npy", StringComparison.Ordinal)
            )
            .Write(
                "Program.cs",
                "var output = new float[1]; Consumer.FromFile.Infer([2, 1], output); System.Console.WriteLine(output[0]);\n"
            );
        Directory.CreateDirectory(Path.Combine(project.Folder, "w"));
        var path = Path.Combine(project.Folder, "w", "one.npy");
        File.WriteAllBytes(path, Npy(0.5f));
        Assert.Equal("2\n", await project.OutputAsync());
        File.WriteAllBytes(path, Npy(3));
        // An older time than before tells another file as well.
        File.SetLastWriteTimeUtc(path, new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal("7\n", await project.OutputAsync());
        File.WriteAllBytes(path, Npy(float.NaN));
        var failed = (await project.BuildAsync()).Require(success: false);
        Assert.Contains(
            "one.npy(1,1): error SDNN0007: At offset 70, entry (1, 1): NaN is no finite number",
            failed.Output,
            StringComparison.Ordinal
        );
        File.WriteAllBytes(path, Npy(0.5f)[..^1]);
        failed = (await project.BuildAsync()).Require(success: false);
        Assert.Contains("one.npy(1,1): error SDNN0007: At offset 77: ", failed.Output, StringComparison.Ordinal);
    }

    // The weights of two inputs and one output: the given one, and 1.
    private static byte[] Npy(float first)
    {
        const string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1), }\n";
        return
        [
            0x93,
            .. "NUMPY"u8,
            1,
            0,
            (byte)header.Length,
            0,
            .. Encoding.ASCII.GetBytes(header),
            .. BitConverter.GetBytes(first),
            .. BitConverter.GetBytes(1f),
        ];
    }

    [Fact]
    public async Task UnlistedWeights_AreReportedWithTheItemToAdd()
    {
        var project = new ConsumerProject(package, "Unlisted")
            .Write("Program.cs", "System.Console.WriteLine(Consumer.FromFile.Edges);\n")
            .Write("Network.cs", ConsumerProject.Header + ConsumerProject.NetworkFromFile)
            .Write("w.mtx", ConsumerProject.Weights);
        var failed = (await project.BuildAsync()).Require(success: false);
        Assert.Contains("error SDNN0006", failed.Output, StringComparison.Ordinal);
        Assert.Contains(SparseWeights, failed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProjectBehindALibrary_GetsGeneratorAndItems()
    {
        var library = new ConsumerProject(package, "Library", isLibrary: true).Write(
            "Library.cs",
            ConsumerProject.Header + ConsumerProject.Network
        );
        var project = new ConsumerProject(
            package,
            "Behind",
            items: SparseWeights + $"<ProjectReference Include=\"{library.Folder}/Library.csproj\" />",
            usesPackage: false
        )
            .Write("Program.cs", Main)
            .Write("FromFile.cs", ConsumerProject.Header + ConsumerProject.NetworkFromFile)
            .Write("w.mtx", ConsumerProject.Weights);
        Assert.Equal(Expected, await project.OutputAsync());
    }

    private ConsumerProject Sound(string name, string framework = "net10.0") =>
        new ConsumerProject(package, name, framework, SparseWeights)
            .Write("Program.cs", Main)
            .Write("Networks.cs", ConsumerProject.Header + ConsumerProject.Network + "\n" + ConsumerProject.NetworkFromFile)
            .Write("w.mtx", ConsumerProject.Weights);

    private static string[] ReferencePacks(string id)
    {
        var cache =
            Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var folder = Path.Combine(cache, id);
        return Directory.Exists(folder) ? Directory.GetFiles(folder, $"{id}.8.*.nupkg", SearchOption.AllDirectories) : [];
    }
}
