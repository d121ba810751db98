using System.IO;
using SparseDnn.Benchmarks.Networks;
using SparseDnn.Benchmarks.Quick;

namespace SparseDnn.Benchmarks;

/// <summary>What can be asked of this program.</summary>
internal static class Help
{
    public static void Write(TextWriter text)
    {
        text.WriteLine("Sparse networks against hand-written loops and libraries, in one run on one machine.");
        text.WriteLine();
        text.WriteLine("  --quick             every workload below as one table, in under two minutes");
        text.WriteLine("  --workload NAME     one of them alone");
        text.WriteLine("  --filter '*'        the BenchmarkDotNet suites, with its own options (--list flat names them); long");
        text.WriteLine("  --help              this");
        text.WriteLine();
        foreach (var (name, title, _) in QuickRun.All)
            text.WriteLine($"  {name, -18}  {title}");
        text.WriteLine();
        text.WriteLine(
            "GC-live and GC-images run on "
                + $"{BenchmarkNetwork.GraphChallenge.Name}"
                + (OfficialFiles.ArePresent ? "" : "; build with -p:GraphChallengeData=DIR where the official files are")
                + "."
        );
    }
}
