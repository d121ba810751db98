using SparseDnn.Planning.Model;
using SparseDnn.Planning.Strategies.Common;

namespace SparseDnn.Planning.Strategies.StraightLine;

/// <summary>Weights and offsets as immediates in generated code, one statement a few terms; for small layers.</summary>
internal sealed class StraightLineStrategy : Strategy
{
    /// <summary>Most terms of a layer: measured, code beats tables up to here at one register a neuron.</summary>
    public const int MostTerms = 512;

    /// <summary>Most neurons of a layer; each costs about as much code as three edges.</summary>
    public const int MostNeurons = 256;

    /// <summary>Most terms and neurons of a network's layers together.</summary>
    public const int MostInAll = PlanState.MostCode;

    /// <inheritdoc/>
    public override KernelStrategies Flag => KernelStrategies.StraightLine;

    /// <inheritdoc/>
    public override string Name => "straight-line code";

    /// <inheritdoc/>
    public override RunConditions Conditions => RunConditions.None;

    /// <summary>Whether a layer is small enough, whatever other layers take.</summary>
    /// <param name="data">The layer.</param>
    public static bool Suits(LayerData data) => WhyNot(data) is null;

    /// <inheritdoc/>
    protected override StrategyChoice Examine(LayerState layer, PlanTarget target)
    {
        if (!target.CompilesCode)
            return Decline("no compiler follows");
        if (WhyNot(layer.Data) is { } reason)
            return Decline(reason, isRemark: true);
        // A neuron without edges still costs a statement.
        var cost = (int)layer.Data.TermCount + layer.Data.Outputs;
        if (cost > layer.Plan.CodeLeft)
            return Decline($"the network's {MostInAll} edges of code are used up", isRemark: true);
        layer.Plan.SpendCode(cost);
        return Choose();
    }

    private static string? WhyNot(LayerData data)
    {
        if (data.TermCount > MostTerms)
            return $"more than {MostTerms} edges";
        return data.Outputs > MostNeurons ? $"more than {MostNeurons} neurons" : null;
    }
}
