using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using SparseDnn.Samples.Fixtures;
using Xunit;

namespace SparseDnn.Samples.Tests;

/// <summary>
/// The vectors that samples/Fixtures exports, as an author in another language uses them: outputs go into a folder and are judged there.
/// </summary>
public sealed class ExportTests(ExportedVectors vectors) : IClassFixture<ExportedVectors>
{
    public static TheoryData<string, string, string> Folders =>
        new()
        {
            { "recognition", "binary16/binary16/binary32", "Certificate" },
            { "composition", "int8:0/int8:0/int32:0", "Certificate" },
            { "path-counting", "binary32/binary32/binary32", "Certificate" },
            { "uniform-recurrence", "binary32/binary32/binary32", "Certificate" },
            { "any-network-exact", "int8:4/binary32/binary32", "Certificate" },
            { "any-network-bounded", "bfloat16/bfloat16/binary32", "Bound" },
            { "potentials", "binary32/binary32/binary32", "OrderFree" },
        };

    private static readonly string[] Families =
    [
        "recognition",
        "composition",
        "path counting",
        "uniform recurrence",
        "any network",
        "potentials",
    ];

    [Fact]
    public void EveryFolderIsWrittenAndListed()
    {
        var names = Folders.Select(row => row.Data.Item1).ToArray();
        Assert.Equal(names.Order(), Directory.GetDirectories(vectors.Folder).Select(path => Path.GetFileName(path)).Order());
        foreach (var row in Folders)
        {
            var line = Assert.Single(vectors.Table, line => line.StartsWith(row.Data.Item1 + " ", StringComparison.Ordinal));
            var family = Assert.Single(Families, family => line.Contains($" {family} ", StringComparison.Ordinal));
            Assert.StartsWith(family.Replace(' ', '-'), row.Data.Item1);
            Assert.Contains(row.Data.Item2, line);
            Assert.Contains(row.Data.Item3, line);
        }
    }

    [Theory, MemberData(nameof(Folders))]
    public void OutputsOfTheNaiveKernelAreRight(string name, string formats, string ground) =>
        OnFolder(name, formats, ground, Bug.None, report => Assert.True(report.IsSound, report.Text));

    [Theory, MemberData(nameof(Folders))]
    public void OutputsWithoutLastEdgesAreReported(string name, string formats, string ground) =>
        OnFolder(
            name,
            formats,
            ground,
            Bug.LastEdgeDropped,
            report =>
            {
                Assert.False(report.IsSound);
                // Words and sentences that are not recognised are 0, whatever the reason; elsewhere the numbers tell.
                Assert.Contains(
                    name == "composition" ? "Likely cause" : "the last edge of every neuron of every layer is left out",
                    report.Text
                );
            }
        );

    [Theory, MemberData(nameof(Folders))]
    public void OneDamagedValueIsReported(string name, string formats, string ground) =>
        OnFolder(
            name,
            formats,
            ground,
            Bug.None,
            _ => { },
            folder =>
            {
                var path = Path.Combine(folder, FixtureFolder.Outputs);
                var bytes = File.ReadAllBytes(path);
                bytes[^1] ^= 0x40; // the highest bit of magnitude of the last value
                File.WriteAllBytes(path, bytes);
                var report = FixtureFolder.Verify(vectors[name], folder);
                Assert.Equal(1, report.WrongValues);
                bytes = bytes[..^1];
                File.WriteAllBytes(path, bytes);
                Assert.Contains(
                    FixtureFolder.Outputs,
                    Assert.Throws<FixtureFolderException>(() => FixtureFolder.Verify(vectors[name], folder)).Message
                );
            }
        );

    [Fact]
    public async Task AFolderInUseIsLeftAlone()
    {
        var marker = Path.Combine(Directory.CreateTempSubdirectory().FullName, "mine.txt");
        File.WriteAllText(marker, "mine");
        var folder = Path.GetDirectoryName(marker)!;
        var (code, output) = await Sample.Run(ExportedVectors.Program, "--export", folder);
        Assert.Equal(2, code);
        Assert.Contains("is not empty", output);
        Assert.Contains("--force", output);
        Assert.Equal([marker], Directory.GetFileSystemEntries(folder));
        (code, output) = await Sample.Run(ExportedVectors.Program, "--export", folder, "--force");
        Assert.True(code == 0, output);
        Assert.Equal("mine", File.ReadAllText(marker));
        Assert.Equal(Folders.Count, Directory.GetDirectories(folder).Length);
    }

    [Theory]
    [InlineData("takes the folder", "--export")]
    [InlineData("goes with --export", "--force")]
    [InlineData("'second'", "--export", "first", "second")]
    [InlineData("'--filter'", "--filter", "--force")]
    public async Task BadOptionsAreNamed(string message, params string[] arguments)
    {
        var (code, output) = await Sample.Run(ExportedVectors.Program, arguments);
        Assert.Equal(2, code);
        Assert.Contains(message, output);
    }

    [Fact]
    public async Task AFileIsNoFolder()
    {
        var (code, output) = await Sample.Run(ExportedVectors.Program, "--export", typeof(ExportTests).Assembly.Location);
        Assert.Equal(2, code);
        Assert.Contains("is a file", output);
    }

    [Fact]
    public async Task WithoutExportTheTestsRun()
    {
        var (code, output) = await Sample.Run(ExportedVectors.Program, "-method", "*.BatchesAreRight");
        Assert.True(code == 0, output);
        Assert.Contains("Total: 1", output);
    }

    private void OnFolder(string name, string formats, string ground, Bug bug, Action<FixtureReport> judge, Action<string>? next = null)
    {
        var outputs = Directory.CreateTempSubdirectory().FullName;
        switch (name)
        {
            case "recognition":
                Write(Numbers.Half);
                break;
            case "composition":
                Write(Numbers.Int8);
                break;
            case "any-network-bounded":
                Write(Numbers.BFloat16);
                break;
            default:
                Write(Numbers.Single);
                break;
        }

        judge(FixtureFolder.Verify(vectors[name], outputs));
        next?.Invoke(outputs);

        void Write<T, TSum>(Numbers<T, TSum> numbers)
            where T : unmanaged
            where TSum : System.Numerics.INumber<TSum>, System.Numerics.IMinMaxValue<TSum>
        {
            var fixture = FixtureFolder.Load<T>(vectors[name]).AllItems;
            Assert.Equal((formats, ground), (fixture.Formats.ToString(), fixture.Ground.ToString()));
            NpyOutputs.Write(outputs, fixture, new NaiveKernel<T, TSum>(fixture.Layers, numbers, bug).Run);
        }
    }
}
