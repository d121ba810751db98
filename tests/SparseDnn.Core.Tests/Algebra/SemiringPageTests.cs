using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using SparseDnn.Algebra;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Laws;
using SparseDnn.Algebra.Values;
using SparseDnn.Numerics;
using Xunit;
using static SparseDnn.Algebra.Expressions.OperatorExpression;

namespace SparseDnn.Core.Tests.Algebra;

/// <summary>docs/semirings.md says what the tables say.</summary>
public class SemiringPageTests
{
    private static readonly string Page = File.ReadAllText(FindPage());

    [Fact]
    public void TableOfSemirings_IsTheTable()
    {
        var rows = KnownSemirings.All.Select(semiring =>
        {
            var exists = (ElementFormat type) => semiring.GetElement(type)!.Candidate is null ? "no" : "yes";
            string[] cells =
            [
                semiring.Name,
                semiring.Carrier,
                semiring.Add.Replace("|", "\\|"),
                semiring.Multiply,
                Number(semiring.Zero),
                Number(semiring.One),
                exists(ElementFormat.Binary32),
                exists(ElementFormat.Int32),
                exists(ElementFormat.Boolean),
                exists(ElementFormat.Word64),
            ];
            Assert.Equal(exists(ElementFormat.Binary32), exists(ElementFormat.Binary64));
            Assert.Equal(exists(ElementFormat.Int32), exists(ElementFormat.Int64));
            return $"| {string.Join(" | ", cells)} |";
        });
        Assert.Equal(rows, RowsAfter("| name |"));
    }

    [Fact]
    public void TableOfLaws_IsTheTable() =>
        Assert.Equal(LawTable.All.Select(law => $"| {law.Name} | {law.Statement} |"), RowsAfter("| law |"));

    [Fact]
    public void TableOfTraps_ShowsWhatTheCheckerSays()
    {
        CarrierValue zero = CarrierValue.Number(0),
            one = CarrierValue.Number(1),
            least = CarrierValue.NegativeInfinity;
        var nan = Carrier.Reals with { IncludesUndefined = true };
        var largest = Max(A, B);
        SemiringCandidate maxPlus = new("", largest, A + B, least, zero, Carrier.RealsAndNegativeInfinity),
            plusTimes = new("", A + B, A * B, zero, one, Carrier.Reals);
        SemiringCandidate integers = new(
            "",
            A + B,
            A * B,
            CarrierValue.Integer(0),
            CarrierValue.Integer(1),
            Carrier.Whole(CarrierKind.SaturatingInt32)
        );
        SemiringCandidate[] traps =
        [
            plusTimes with
            {
                Add = largest,
            },
            integers,
            maxPlus with
            {
                Carrier = Carrier.ExtendedReals,
            },
            plusTimes with
            {
                Add = A - B,
            },
            plusTimes with
            {
                Add = (A + B) / 2,
            },
            plusTimes with
            {
                Carrier = nan,
            },
            maxPlus with
            {
                Add = Conditional(Apply(ExpressionOperator.Greater, A, B), A, B),
                Carrier = nan with { IncludesMin = true },
            },
            new(
                "",
                Min(A, B),
                A + B,
                CarrierValue.Integer(int.MaxValue),
                CarrierValue.Integer(0),
                Carrier.Whole(CarrierKind.WrappingInt32)
            ),
            maxPlus with
            {
                One = one,
            },
            plusTimes with
            {
                Add = largest,
                Multiply = Max(0, A + B - 1),
            },
            maxPlus with
            {
                Add = largest + Log(Exp(A - largest) + Exp(B - largest)),
            },
        ];
        var rows = RowsAfter("| candidate |").ToArray();
        Assert.Equal(traps.Length, rows.Length);
        foreach (var (row, trap) in rows.Zip(traps))
        {
            var messages = LawChecker.Check(trap).Results.OfType<LawResult.Broken>().Select(broken => broken.Counterexample.Message);
            Assert.Contains(row.Trim('|').Split(" | ")[1].Trim(), messages);
        }
    }

    [Fact]
    public void Budget_IsTheBudget() =>
        Assert.Contains($"default {LawChecker.DefaultBudget.ToString("N0", CultureInfo.InvariantCulture)}", Page);

    private static string Number(double value) => CarrierValue.Number(Dyadic.FromDouble(value)).ToString();

    private static IEnumerable<string> RowsAfter(string header) =>
        Page.Split('\n')
            .SkipWhile(line => !line.StartsWith(header, StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(line => line.StartsWith('|'));

    private static string FindPage()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "SparseDnn.Gen.sln")))
                return Path.Combine(folder.FullName, "docs", "semirings.md");
        }
        throw new InvalidOperationException("The tests do not lie in the repository.");
    }
}
