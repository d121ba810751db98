namespace SparseDnn.Planning.Model;

/// <summary>What operations cost on a processor that plans are made for.</summary>
/// <param name="Name">Which processor.</param>
/// <param name="RegisterBytes">Bytes of a register.</param>
/// <param name="LoadsPerCycle">Registers loaded in a cycle.</param>
/// <param name="FusedPerCycle">Multiply-adds of registers in a cycle.</param>
/// <param name="StoresPerCycle">Registers stored in a cycle.</param>
/// <param name="FirstCacheBytes">Bytes of the first-level cache.</param>
/// <param name="LineBytes">Bytes of a cache line.</param>
/// <param name="LinesPerCycle">Lines that come from the second-level cache in a cycle.</param>
/// <param name="UnforeseenBranch">Cycles that a branch costs which was not foreseen, for each of two tiles.</param>
/// <param name="PanelRows">Rows of two tiles that stay in the first-level cache while sums take their terms from them; at most 256.</param>
/// <param name="SlotsPerTerm">Slots of packed columns that cost as much as a term by itself.</param>
/// <remarks>
/// A plan must not depend on the machine that makes it, so it names the profile, and ratios are what a choice needs. Checked against
/// measurement by <c>tests/SparseDnn.Benchmarks -- --quick --workload Strategies</c>. Equality contract: all members by value.
/// </remarks>
internal sealed record ProcessorProfile(
    string Name,
    int RegisterBytes,
    double LoadsPerCycle,
    double FusedPerCycle,
    double StoresPerCycle,
    int FirstCacheBytes,
    int LineBytes,
    double LinesPerCycle,
    double UnforeseenBranch,
    int PanelRows,
    double SlotsPerTerm
)
{
    /// <summary>A processor with AVX2 as most servers and desktops have it: every plan is made for it, on whatever machine.</summary>
    public static ProcessorProfile Reference { get; } =
        new(
            "x64 with AVX2",
            RegisterBytes: 32,
            LoadsPerCycle: 2,
            FusedPerCycle: 2,
            StoresPerCycle: 1,
            FirstCacheBytes: 32 * 1024,
            LineBytes: 64,
            LinesPerCycle: 1,
            UnforeseenBranch: 2,
            // Measured: 160 to 200 rows, 40 to 50 KB, were best with 48 KB of first-level cache, and 128 within some percent of them.
            PanelRows: 176,
            // Measured: a term alone takes about 2.4 cycles and a slot 1, so with more empty slots than this nothing would be gained.
            SlotsPerTerm: 1.75
        );
}
