using SparseDnn.Algebra;
using SparseDnn.Algebra.Expressions;
using SparseDnn.Algebra.Values;
using Xunit;

namespace SparseDnn.Core.Tests.Algebra;

/// <summary>What the operators of C# mean in each semiring, read from its formulas.</summary>
public class OrdinaryArithmeticTests
{
    [Theory]
    [InlineData("plus-times", ElementFormat.Binary32, "Add", "Inverse", "Multiply", "Inverse", "Foreign", "Foreign")]
    [InlineData("min-plus", ElementFormat.Binary64, "Multiply", "Inverse", "Foreign", "Foreign", "Add", "Foreign")]
    [InlineData("max-plus", ElementFormat.Binary32, "Multiply", "Inverse", "Foreign", "Foreign", "Foreign", "Add")]
    [InlineData("max-times", ElementFormat.Binary32, "Foreign", "Foreign", "Multiply", "Inverse", "Foreign", "Add")]
    [InlineData("max-min", ElementFormat.Int32, "Foreign", "Foreign", "Foreign", "Foreign", "Multiply", "Add")]
    [InlineData("log", ElementFormat.Binary64, "Multiply", "Inverse", "Foreign", "Foreign", "Foreign", "Foreign")]
    public void Operators_MeanWhatTheFormulasSay(
        string name,
        ElementFormat format,
        string add,
        string subtract,
        string multiply,
        string divide,
        string min,
        string max
    )
    {
        Assert.True(KnownSemirings.TryGet(name, out var semiring));
        var arithmetic = OrdinaryArithmetic.Of(semiring.GetElement(format)!)!;
        ExpressionOperator[] operators =
        [
            ExpressionOperator.Add,
            ExpressionOperator.Subtract,
            ExpressionOperator.Multiply,
            ExpressionOperator.Divide,
            ExpressionOperator.Min,
            ExpressionOperator.Max,
        ];
        string[] expected = [add, subtract, multiply, divide, min, max];
        Assert.Equal(expected, System.Array.ConvertAll(operators, op => arithmetic[op].ToString()));
    }

    [Fact]
    public void EveryRow_KnowsItsOwnOperations()
    {
        foreach (var semiring in KnownSemirings.All)
        foreach (var element in semiring.Elements)
        {
            if (OrdinaryArithmetic.Of(element) is not { } arithmetic)
                continue;
            Assert.Equal(semiring.Zero == 0, arithmetic.ZeroIsNumberZero);
            Assert.Equal(semiring.One == 0, arithmetic.OneIsNumberZero);
            var rounds = element.Format is ElementFormat.Binary32 or ElementFormat.Binary64 && semiring.Name is "plus-times" or "log";
            Assert.Equal(!rounds, arithmetic.IsAssociativeAsRounded);
            Assert.Equal(semiring.Name == "plus-times", arithmetic.IsPlain);
        }
    }

    [Fact]
    public void SaturatingSum_IsNotThatOfCSharp()
    {
        var candidate = new SemiringCandidate(
            "",
            OperatorExpression.A + OperatorExpression.B,
            OperatorExpression.A * OperatorExpression.B,
            CarrierValue.Integer(0),
            CarrierValue.Integer(1),
            Carrier.Whole(CarrierKind.SaturatingInt32)
        );
        var arithmetic = OrdinaryArithmetic.Of(SemiringElement.Exists(ElementFormat.Int32, candidate))!;
        Assert.Equal(OrdinaryMeaning.Foreign, arithmetic[ExpressionOperator.Add]);
        Assert.False(arithmetic.IsPlain);
    }
}
