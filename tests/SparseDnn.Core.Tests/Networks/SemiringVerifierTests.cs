using System;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Networks;
using SparseDnn.Networks.Build;
using SparseDnn.Problems;
using Xunit;
using static SparseDnn.Core.Tests.Networks.Declare;

namespace SparseDnn.Core.Tests.Networks;

/// <summary>Networks that programs put together are checked for what no declaration can get wrong.</summary>
public sealed class SemiringVerifierTests
{
    private static readonly Network MinPlus = Sound(
        Build(2, new(KnownSemirings.MinPlus, KnownSemirings.MaxPlus), null, [], Edges("0 0 1; 1 1 2", 2), Edges("0 0 3", 2))
    );

    [Fact]
    public void ASoundNetworkHasNoProblems() => Assert.Empty(NetworkVerifier.Verify(MinPlus));

    [Fact]
    public void FormatsAndSemiringsMustFit()
    {
        Finds(ProblemKinds.NotInFormat, MinPlus with { Elements = ElementFormat.Binary64 });
        Finds(ProblemKinds.SemiringNotInFormat, With(layer => layer with { Semirings = new(KnownSemirings.OrAnd, null) }));
        Finds(
            ProblemKinds.SemiringsContradict,
            MinPlus with
            {
                Layers = new([MinPlus.Layers[0], MinPlus.Layers[1] with { Semirings = Oscillation.ReLU }]),
            }
        );
    }

    [Fact]
    public void NumbersMustBeValuesOfFormatAndCarrier()
    {
        Finds(ProblemKinds.InvalidNumber, With(layer => layer with { Weights = new RoundedValues(0.1, layer.Weights.Count) }));
        Finds(ProblemKinds.InvalidNumber, With(layer => layer with { Weights = new RoundedValues(double.NaN, layer.Weights.Count) }));
        Finds(
            ProblemKinds.OutsideCarrier,
            With(layer =>
                layer with
                {
                    Semirings = new(KnownSemirings.MaxTimes, null),
                    Weights = new RoundedValues(-1, layer.Weights.Count),
                }
            )
        );
        Finds(ProblemKinds.InvalidNumber, With(layer => layer with { Ceiling = double.NaN }));
        Finds(ProblemKinds.WrongCount, With(layer => layer with { Biases = new RoundedValues(0, 1) }));
        var integers = Sound(Build(2, new(KnownSemirings.MaxMin, null), ElementFormat.Int32, [], Edges("0 0 1", 2)));
        Finds(
            ProblemKinds.InvalidNumber,
            integers with
            {
                Layers = new([integers.Layers[0] with { Weights = RoundedValues.FromBits(1L << 40, 1) }]),
            }
        );
        Assert.Empty(NetworkVerifier.Verify(integers));
    }

    private static Network With(Func<Layer, Layer> change) => MinPlus with { Layers = new(MinPlus.Layers.Select(change)) };

    private static void Finds(ProblemKind kind, Network network) =>
        Assert.Contains(kind, NetworkVerifier.Verify(network).Select(problem => problem.Kind));
}
