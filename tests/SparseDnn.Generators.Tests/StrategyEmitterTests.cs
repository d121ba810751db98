using System.Linq;
using SparseDnn.Generators.Strategies;
using SparseDnn.Planning.Strategies;
using Xunit;

namespace SparseDnn.Generators.Tests;

public sealed class StrategyEmitterTests
{
    [Fact]
    public void EveryStrategy_HasOneEmitter() =>
        Assert.Equal(
            StrategyTable.All.Select(strategy => strategy.Flag).Order(),
            StrategyEmitters.All.SelectMany(emitter => emitter.Strategies).Order()
        );
}
