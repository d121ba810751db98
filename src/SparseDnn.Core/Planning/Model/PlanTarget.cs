namespace SparseDnn.Planning.Model;

/// <summary>For whom a plan is made.</summary>
/// <param name="CompilesCode">Whether a compiler follows, so that layers may become code of their own.</param>
/// <param name="Processor">What operations cost.</param>
internal sealed record PlanTarget(bool CompilesCode, ProcessorProfile Processor)
{
    /// <summary>A network that is compiled in.</summary>
    public static PlanTarget Compiler { get; } = new(true, ProcessorProfile.Reference);

    /// <summary>A network that is made when a program runs: the same summation trees, tables alone.</summary>
    public static PlanTarget Runtime { get; } = new(false, ProcessorProfile.Reference);
}
