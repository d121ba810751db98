using System;
using System.Collections.Generic;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Elements;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Laws;
using SparseDnn.Algebra.Values;
using Xunit;
using static SparseDnn.Algebra.Expressions.OperatorExpression;

namespace SparseDnn.Core.Tests.Algebra;

public class KnownSemiringTests
{
    public static TheoryData<string, ElementFormat> Existing
    {
        get
        {
            var data = new TheoryData<string, ElementFormat>();
            foreach (var semiring in KnownSemirings.All)
            {
                foreach (var element in semiring.Elements.Where(element => element.Candidate is not null))
                    data.Add(semiring.Name, element.Format);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Existing))]
    public void EveryLawOfEveryRow_IsProved_AndNoSearchAccusesIt(string name, ElementFormat type)
    {
        Assert.True(KnownSemirings.TryGet(name, out var semiring));
        var candidate = semiring.GetElement(type)!.Candidate!;
        var report = LawChecker.Check(candidate);
        Assert.All(report.Results, result => Assert.IsType<LawResult.Proved>(result));
        Assert.Equal(0, report.Evaluations);
        Assert.True(LawChecker.Search(candidate).HasNoBrokenLaw);
    }

    [Fact]
    public void Table_HasEveryRowOfTheMathematicsPage_AndEveryElementType()
    {
        string[] names =
        [
            "plus-times",
            "max-plus",
            "min-plus",
            "max-times",
            "min-times",
            "max-min",
            "min-max",
            "or-and",
            "xor-and",
            "union-intersection",
            "log",
        ];
        Assert.Equal(names, KnownSemirings.All.Select(semiring => semiring.Name));
        foreach (var semiring in KnownSemirings.All)
        {
            // A semiring sums in every format that sums are formed in; formats of stored weights alone have none of their own.
            Assert.Equal(
                NumberTypes.All.Where(type => type.Accumulator == type).Select(type => type.Format),
                semiring.Elements.Select(element => element.Format)
            );
            Assert.All(semiring.Elements, element => Assert.True(element.Candidate is null == element.Reason is { Length: > 0 }));
            Assert.NotEmpty(semiring.Carrier);
        }
        Assert.False(KnownSemirings.TryGet("plus-plus", out _));
        Assert.False(KnownSemirings.TryGet(null, out _));
    }

    [Fact]
    public void IdentitiesOfRealCandidates_AreTheSpecifications()
    {
        foreach (var semiring in KnownSemirings.All)
        {
            if (semiring.GetElement(ElementFormat.Binary64)?.Candidate is not { } candidate)
                continue;
            Assert.Equal(CarrierValue.Number(semiring.Zero), candidate.Zero);
            Assert.Equal(CarrierValue.Number(semiring.One), candidate.One);
        }
    }

    [Theory]
    [InlineData("max-plus", int.MinValue, 0)]
    [InlineData("min-plus", int.MaxValue, 0)]
    [InlineData("max-times", 0, 1)]
    [InlineData("min-times", int.MaxValue, 1)]
    public void DeclinedIntegers_AreIndeedNone(string name, int zero, int one)
    {
        Assert.True(KnownSemirings.TryGet(name, out var semiring));
        Assert.NotNull(semiring.GetElement(ElementFormat.Int32)!.Reason);
        var real = semiring.GetElement(ElementFormat.Binary64)!.Candidate!;
        var integer = real with
        {
            Zero = CarrierValue.Integer(zero),
            One = CarrierValue.Integer(one),
            Carrier = Carrier.Whole(CarrierKind.WrappingInt32),
        };
        Assert.False(LawChecker.Check(integer).HasNoBrokenLaw);
    }

    [Fact]
    public void NamesAlone_StillMakeASpecification()
    {
        SemiringSpecification plain = new("plus-times", "+", "×", 0, 1);
        Assert.Equal(plain, new SemiringSpecification("plus-times", "+", "×", 0, 1));
        Assert.Null(plain.GetElement(ElementFormat.Binary32));
        Assert.Equal("plus-times / max-plus", Oscillation.ReLU.ToString());
        Assert.Equal(Oscillation.ReLU, new Oscillation(KnownSemirings.PlusTimes, KnownSemirings.MaxPlus));
    }

    // The tables of facts against the search: whatever carrier and identities they are asked about, a proved law is not broken.
    [Fact]
    public void NoProvedLaw_IsBrokenByValues()
    {
        OperatorExpression[] operations =
        [
            A + B,
            A * B,
            Max(A, B),
            Min(A, B),
            A & B,
            A | B,
            A ^ B,
            Log(Exp(A) + Exp(B)),
            Max(0, A + B - 1),
        ];
        var proved = 0;
        foreach (var carrier in Carriers())
        {
            var identities = Identities(carrier).Distinct().ToArray();
            for (var i = 0; i < operations.Length; i++)
            {
                for (var j = 0; j < operations.Length; j++)
                {
                    SemiringCandidate candidate = new(
                        "",
                        operations[i],
                        operations[j],
                        identities[(i + j) % identities.Length],
                        identities[((2 * i) + j + 1) % identities.Length],
                        carrier
                    );
                    var report = LawChecker.Check(candidate, budget: 0);
                    var search = LawChecker.Search(candidate, SearchBudget);
                    foreach (var result in report.Results.OfType<LawResult.Proved>())
                    {
                        proved++;
                        if (search[result.Law.Kind] is LawResult.Broken broken)
                            Assert.Fail($"{candidate}: '{result.Because}', but {broken.Counterexample.Message}");
                    }
                }
            }
        }
        Assert.True(proved > 5_000);
    }

    private const int SearchBudget = 800; // raised to 40,000 once for every change of the tables: a minute

    private static IEnumerable<Carrier> Carriers()
    {
        double infinity = double.PositiveInfinity;
        foreach (
            var (min, max) in new (double, double)[]
            {
                (0, 1),
                (0, infinity),
                (-infinity, 0),
                (1, infinity),
                (-infinity, infinity),
                (-1, 1),
                (0, 0),
                (0.25, 0.5),
                (2, 3),
                (-infinity, 1),
                (0, 7),
                (-3, -1),
            }
        )
        {
            var closed = Carrier.Closed(min, max);
            yield return closed;
            if (min == max)
                continue;
            yield return closed with
            {
                IncludesMin = false,
            };
            yield return closed with
            {
                IncludesMax = false,
            };
            yield return closed with
            {
                IncludesMin = false,
                IncludesMax = false,
            };
        }
        foreach (var kind in Enum.GetValues<CarrierKind>().Where(kind => kind != CarrierKind.Real))
            yield return Carrier.Whole(kind);
        foreach (
            var kind in new[]
            {
                CarrierKind.WrappingInt32,
                CarrierKind.WrappingInt64,
                CarrierKind.SaturatingInt32,
                CarrierKind.SaturatingInt64,
            }
        )
        {
            var greatest = Carrier.Whole(kind).Max.AsInteger;
            foreach (var (min, max) in new (long, long)[] { (0, greatest), (1, greatest), (0, 1), (0, 9), (-greatest - 1, 0), (-9, 9) })
                yield return Carrier.Closed(kind, min, max);
        }
    }

    private static IEnumerable<CarrierValue> Identities(Carrier carrier)
    {
        yield return carrier.Min;
        yield return carrier.Max;
        if (carrier.Min.Kind == CarrierValueKind.Number)
            foreach (var value in new[] { 0, 1, double.NegativeInfinity, double.PositiveInfinity })
                yield return CarrierValue.Number(value);
        if (carrier.Min.Kind == CarrierValueKind.Integer)
            foreach (var value in new[] { 0, 1, -1 })
                yield return CarrierValue.Integer(value);
        if (carrier.Min.Kind == CarrierValueKind.Word)
            yield return CarrierValue.Word(1);
    }
}
