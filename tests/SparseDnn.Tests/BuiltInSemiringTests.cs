using System;
using System.Linq;
using System.Reflection;
using SparseDnn.Algebra;
using SparseDnn.Inputs;
using SparseDnn.Networks.Build;
using SparseDnn.Operations;
using SparseDnn.Semirings;
using Xunit;

namespace SparseDnn.Tests;

/// <summary>The built-in semirings as types: each is what its row in the table of published definitions says.</summary>
public sealed class BuiltInSemiringTests
{
    public static TheoryData<string> Names => [.. KnownSemirings.All.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void TheType_ComputesWhatItsRowSays(string name)
    {
        Assert.True(KnownSemirings.TryGet(name, out var row));
        var type = typeof(MinPlus).Assembly.GetType(row.TypeName["global::".Length..], throwOnError: true)!;
        Assert.NotNull(type.GetCustomAttribute<SemiringAttribute>());
        var formulas = type.GetCustomAttributes<SemiringFormulaAttribute>().ToDictionary(attribute => attribute.Format);
        foreach (var element in row.Elements)
        {
            var implements = type.GetInterfaces()
                .Any(candidate =>
                    candidate.IsGenericType
                    && candidate.GetGenericTypeDefinition() == typeof(ISemiring<,>)
                    && candidate.GetGenericArguments()[1] == Element(element.Format)
                );
            Assert.Equal(element.IsUsable, implements);
            // What log computes is not the formula that it stands for.
            if (element.Candidate is not { } candidate || SemiringTraits.IsTranscendental(candidate.Add))
                continue;
            Assert.Equal(candidate, SemiringFormula.Decode(formulas[element.Format].Formula)! with { Name = name });
        }
    }

    [Fact]
    public void KernelsSayOfThemselvesWhatTheTableSays()
    {
        Assert.Equal((true, false), Says<PlusTimes, float>());
        Assert.Equal((true, false), Says<PlusTimes, long>());
        Assert.Equal((false, true), Says<MaxPlus, float>());
        Assert.Equal((false, true), Says<MaxPlus, double>());
        Assert.Equal((false, false), Says<MinPlus, float>());
        Assert.Equal((false, false), Says<Log, double>());

        static (bool Fuses, bool Rectifies) Says<TKernel, T>()
            where TKernel : struct, ISemiringKernel<T>
            where T : unmanaged => (TKernel.FusesProducts, TKernel.Rectifies);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NetworksOfAnyPair_CanBePreparedFromData(string name)
    {
        Assert.True(KnownSemirings.TryGet(name, out var row));
        foreach (var element in row.Elements.Where(element => element.IsUsable))
        {
            Prepared(element.Format, new Oscillation(row, null));
            foreach (var select in KnownSemirings.All.Where(other => other.GetElement(element.Format) is { IsUsable: true }))
                Prepared(element.Format, new Oscillation(row, select));
        }
    }

    private static void Prepared(ElementFormat format, Oscillation semirings)
    {
        var build = NetworkBuilder.Build(
            new NetworkDeclaration(
                "Pair",
                2,
                format,
                Summation.Planned,
                new([new LayerAttribute { Outputs = 1, Edges = "0 0 1; 1 0 1" }.ToDeclaration(1, [])])
            )
            {
                Semirings = semirings,
            },
            InputFiles.None
        );
        object network = format switch
        {
            ElementFormat.Binary32 => SparseNetwork.Prepare<float>(build.Network!),
            ElementFormat.Binary64 => SparseNetwork.Prepare<double>(build.Network!),
            ElementFormat.Int32 => SparseNetwork.Prepare<int>(build.Network!),
            ElementFormat.Int64 => SparseNetwork.Prepare<long>(build.Network!),
            ElementFormat.Boolean => SparseNetwork.Prepare<bool>(build.Network!),
            _ => SparseNetwork.Prepare<ulong>(build.Network!),
        };
        Assert.NotNull(network);
    }

    private static Type Element(ElementFormat format) =>
        format switch
        {
            ElementFormat.Binary32 => typeof(float),
            ElementFormat.Binary64 => typeof(double),
            ElementFormat.Int32 => typeof(int),
            ElementFormat.Int64 => typeof(long),
            ElementFormat.Boolean => typeof(bool),
            _ => typeof(ulong),
        };
}
