namespace SparseDnn.Algebra.Expressions;

internal sealed partial record OperatorExpression
{
    /// <summary>A number as a constant.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator OperatorExpression(double value) => Constant(value);

    /// <summary>x + y.</summary>
    /// <param name="x">One summand.</param>
    /// <param name="y">The other.</param>
    public static OperatorExpression operator +(OperatorExpression x, OperatorExpression y) => Apply(ExpressionOperator.Add, x, y);

    /// <summary>x − y.</summary>
    /// <param name="x">What to subtract from.</param>
    /// <param name="y">What to subtract.</param>
    public static OperatorExpression operator -(OperatorExpression x, OperatorExpression y) => Apply(ExpressionOperator.Subtract, x, y);

    /// <summary>x·y.</summary>
    /// <param name="x">One factor.</param>
    /// <param name="y">The other.</param>
    public static OperatorExpression operator *(OperatorExpression x, OperatorExpression y) => Apply(ExpressionOperator.Multiply, x, y);

    /// <summary>x / y.</summary>
    /// <param name="x">What is divided.</param>
    /// <param name="y">What it is divided by.</param>
    public static OperatorExpression operator /(OperatorExpression x, OperatorExpression y) => Apply(ExpressionOperator.Divide, x, y);

    /// <summary>−x.</summary>
    /// <param name="x">The operand.</param>
    public static OperatorExpression operator -(OperatorExpression x) => Apply(ExpressionOperator.Negate, x);

    /// <summary>x &amp; y.</summary>
    /// <param name="x">One operand.</param>
    /// <param name="y">The other.</param>
    public static OperatorExpression operator &(OperatorExpression x, OperatorExpression y) => Apply(ExpressionOperator.And, x, y);

    /// <summary>x | y.</summary>
    /// <param name="x">One operand.</param>
    /// <param name="y">The other.</param>
    public static OperatorExpression operator |(OperatorExpression x, OperatorExpression y) => Apply(ExpressionOperator.Or, x, y);

    /// <summary>x ^ y.</summary>
    /// <param name="x">One operand.</param>
    /// <param name="y">The other.</param>
    public static OperatorExpression operator ^(OperatorExpression x, OperatorExpression y) => Apply(ExpressionOperator.Xor, x, y);

    /// <summary>~x.</summary>
    /// <param name="x">The operand.</param>
    public static OperatorExpression operator ~(OperatorExpression x) => Apply(ExpressionOperator.Not, x);

    /// <summary>The smaller.</summary>
    /// <param name="x">One operand.</param>
    /// <param name="y">The other.</param>
    public static OperatorExpression Min(OperatorExpression x, OperatorExpression y) => Apply(ExpressionOperator.Min, x, y);

    /// <summary>The larger.</summary>
    /// <param name="x">One operand.</param>
    /// <param name="y">The other.</param>
    public static OperatorExpression Max(OperatorExpression x, OperatorExpression y) => Apply(ExpressionOperator.Max, x, y);

    /// <summary>condition ? x : y.</summary>
    /// <param name="condition">A comparison or other boolean.</param>
    /// <param name="x">Value where it is true.</param>
    /// <param name="y">Value where it is false.</param>
    public static OperatorExpression Conditional(OperatorExpression condition, OperatorExpression x, OperatorExpression y) =>
        Apply(ExpressionOperator.Conditional, condition, x, y);

    /// <summary>e to the x.</summary>
    /// <param name="x">The operand.</param>
    public static OperatorExpression Exp(OperatorExpression x) => Apply(ExpressionOperator.Exp, x);

    /// <summary>The natural logarithm.</summary>
    /// <param name="x">The operand.</param>
    public static OperatorExpression Log(OperatorExpression x) => Apply(ExpressionOperator.Log, x);
}
