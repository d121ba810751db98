using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;

namespace SparseDnn.Packaging.Tests;

/// <summary>A brand-new project that uses the package as a user would, strictest options on.</summary>
internal sealed class ConsumerProject
{
    public const string Header = "using SparseDnn;\n\nnamespace Consumer;\n\n";

    public const string Network = """
        /// <summary>Three inputs, two outputs.</summary>
        [SparseNetwork(Inputs = 3)]
        [Layer(Outputs = 2, Edges = "0 0 1.5; 1 0 -2; 2 1 0.25", Biases = new[] { 0.5, 0 })]
        public static partial class Tiny;

        """;

    public const string NetworkFromFile = """
        /// <summary>Weights from a file.</summary>
        [SparseNetwork]
        [WeightFiles("w.mtx")]
        public static partial class FromFile;

        """;

    public const string Weights = "%%MatrixMarket matrix coordinate real general\n3 1 2\n1 1 2\n3 1 -0.5\n";

    public ConsumerProject(
        Package package,
        string name,
        string framework = "net10.0",
        string items = "",
        bool usesPackage = true,
        bool isLibrary = false
    )
    {
        Name = name;
        Folder = Directory.CreateDirectory(Path.Combine(package.Root, "projects", name)).FullName;
        Write(
            $"{name}.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{framework}</TargetFramework>
                <OutputType>{(isLibrary ? "Library" : "Exe")}</OutputType>
                <LangVersion>12</LangVersion>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <MSBuildTreatWarningsAsErrors>true</MSBuildTreatWarningsAsErrors>
                <GenerateDocumentationFile>true</GenerateDocumentationFile>
                <AllowUnsafeBlocks>false</AllowUnsafeBlocks>
                <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>
                <AnalysisLevel>latest-recommended</AnalysisLevel>
                <DefaultItemExcludes>$(DefaultItemExcludes);packages/**</DefaultItemExcludes>
                <UseAppHost>false</UseAppHost>
                <RollForward>Major</RollForward>
              </PropertyGroup>
              <ItemGroup>
                {(usesPackage ? $"<PackageReference Include=\"SparseDnn.Gen\" Version=\"[{package.Version}]\" />" : "")}
                {items}
              </ItemGroup>
            </Project>
            """
        );
        // Neither this repository's settings nor the machine's sources of packages apply.
        Write("Directory.Build.props", "<Project />");
        Write("Directory.Build.targets", "<Project />");
        Write("Directory.Packages.props", "<Project />");
        Write(
            "NuGet.config",
            $"""
            <configuration>
              <packageSources><clear /><add key="local" value="{package.Feed}" /></packageSources>
              <fallbackPackageFolders><clear /></fallbackPackageFolders>
            </configuration>
            """
        );
    }

    public string Name { get; }

    public string Folder { get; }

    /// <summary>The project's own cache, empty at first: nothing that was restored before can help.</summary>
    public string PackageCache => Path.Combine(Folder, "packages");

    public ConsumerProject Write(string file, string text)
    {
        File.WriteAllText(Path.Combine(Folder, file), text.ReplaceLineEndings("\n"));
        return this;
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    public Task<CommandResult> RunAsync(params string[] arguments) =>
        DotnetCommand.RunAsync(Folder, new Dictionary<string, string> { ["NUGET_PACKAGES"] = PackageCache }, arguments);

    public Task<CommandResult> BuildAsync() => RunAsync("build", "-v", "minimal", "-p:NuGetAudit=false");

    /// <summary>Builds and runs; what it printed.</summary>
    public async Task<string> OutputAsync(string framework = "net10.0")
    {
        (await BuildAsync()).Require(success: true);
        return (await RunAsync(Path.Combine(Folder, "bin", "Debug", framework, Name + ".dll")))
            .Require(success: true)
            .Output.ReplaceLineEndings("\n");
    }
}
