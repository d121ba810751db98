using System.Threading;

namespace SparseDnn.Roslyn.Memos;

/// <summary>How often the stages did long work in this process, for tests that count what an edit costs.</summary>
internal static class StageWork
{
    private static int _parses;
    private static int _builds;
    private static int _analyses;
    private static int _readings;
    private static int _lawChecks;

    /// <summary>Weights files parsed.</summary>
    public static int Parses => Volatile.Read(ref _parses);

    /// <summary>Networks built.</summary>
    public static int Builds => Volatile.Read(ref _builds);

    /// <summary>Analyses of networks.</summary>
    public static int Analyses => Volatile.Read(ref _analyses);

    /// <summary>Types whose bodies were bound and read.</summary>
    public static int Readings => Volatile.Read(ref _readings);

    /// <summary>Semirings whose laws were checked.</summary>
    public static int LawChecks => Volatile.Read(ref _lawChecks);

    internal static void CountParse() => Interlocked.Increment(ref _parses);

    internal static void CountBuild() => Interlocked.Increment(ref _builds);

    internal static void CountAnalysis() => Interlocked.Increment(ref _analyses);

    internal static void CountReading() => Interlocked.Increment(ref _readings);

    internal static void CountLawCheck() => Interlocked.Increment(ref _lawChecks);
}
