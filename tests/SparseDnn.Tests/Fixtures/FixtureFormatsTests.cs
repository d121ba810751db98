using System.Linq;
using SparseDnn.Numerics;
using Xunit;

namespace SparseDnn.Tests.Fixtures;

/// <summary>The names of formats that users write are those of the table.</summary>
public sealed class FixtureFormatsTests
{
    [Fact]
    public void Names_AreThoseOfTheTable() =>
        Assert.Equal(
            StorageFormats.All.Select(format => format.BaseName).Order(),
            typeof(FixtureFormats).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order()
        );
}
